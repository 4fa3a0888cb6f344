import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A new number was cancelled just now (R15): nothing that would go on with it is offered; a new password is. */
export function Cancelled() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('phoneChange.title')}
      </Title>
      <Text role="status" fw={500}>
        {t('phoneChange.cancelled')}
      </Text>
      <Text>{t('phoneChange.cancelledText')}</Text>
      <Button component={Link} to="/forgotten-password">
        {t('phoneChange.newPassword')}
      </Button>
    </Stack>
  );
}
