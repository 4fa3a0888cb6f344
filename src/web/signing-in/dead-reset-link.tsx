import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A link to a new password that was used, has expired, or never was one: the way to another. */
export function DeadResetLink() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('newPassword.gone')}
      </Title>
      <Text>{t('newPassword.goneText')}</Text>
      <Button component={Link} to="/forgotten-password">
        {t('newPassword.askAgain')}
      </Button>
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('forgotten.back')}
      </Anchor>
    </Stack>
  );
}
