import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A dossier that isn't there and one that isn't open to the reader look alike (R17). */
export function NoSuchDossier() {
  const { t } = useTranslation();
  return (
    <Stack align="start" maw={600} mx="auto" py="xl">
      <Title order={1}>{t('dossiers.noSuch.title')}</Title>
      <Text>{t('dossiers.noSuch.text')}</Text>
      <Button component={Link} to="/">
        {t('noSuchPage.home')}
      </Button>
    </Stack>
  );
}
