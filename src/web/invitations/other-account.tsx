import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';

type Props = { token: string; invited: string; me: string };

/** The invitation is another account's: who is signed in changes accounts, and comes back to it. */
export function OtherAccount({ token, invited, me }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const change = async () => {
    await answered(api.POST('/api/auth/sign-out'));
    queries.clear();
    await navigate(`/sign-in?to=${encodeURIComponent(`/invitations/${token}`)}`);
  };
  return (
    <Alert color="orange" role="alert" title={t('invitation.wrongAccount')}>
      <Stack gap="sm" align="start">
        <Text size="sm">{t('invitation.wrongAccountText', { me, email: invited })}</Text>
        <Button onClick={() => void change()}>{t('invitation.changeAccount')}</Button>
      </Stack>
    </Alert>
  );
}
