import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function NoSuchPage() {
  const { t } = useTranslation();
  return (
    <Stack align="start" maw={600} mx="auto" py="xl">
      <Title order={1}>{t('noSuchPage.title')}</Title>
      <Text>{t('noSuchPage.text')}</Text>
      <Button component={Link} to="/">
        {t('noSuchPage.home')}
      </Button>
    </Stack>
  );
}
