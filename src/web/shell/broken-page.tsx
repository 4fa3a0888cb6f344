import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** In place of a page whose code could not be loaded, or that failed: often there is a new version of it. */
export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <Stack align="start" maw={600} mx="auto" py="xl" px="md">
      <Title order={1}>{t('shell.broken.title')}</Title>
      <Text>{t('shell.broken.text')}</Text>
      <Button onClick={() => window.location.reload()}>{t('shell.broken.reload')}</Button>
    </Stack>
  );
}
