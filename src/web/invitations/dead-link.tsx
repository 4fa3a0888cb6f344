import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A link that is unknown, used, expired or withdrawn, all alike (R17): what to do about it. */
export function DeadLink() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('invitation.gone')}
      </Title>
      <Text>{t('invitation.goneText')}</Text>
      <Text>{t('invitation.goneAccount')}</Text>
      <Button component={Link} to="/sign-in">
        {t('signIn.title')}
      </Button>
      <Text>{t('invitation.goneNoAccount')}</Text>
    </Stack>
  );
}
