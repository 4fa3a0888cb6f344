import { Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answered, api } from '../api/client.ts';
import { AccountForm } from './account-form.tsx';
import { Offer } from './offer.tsx';

/** Where the link of an invitation leads: who invites, to what; then the account. Opening it consumes nothing. */
export function Invitation() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const [accepting, setAccepting] = useState(false);
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answered(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
    retry: false,
  });
  if (error) {
    return (
      <Stack>
        <Title order={1} size="h2">
          {t('invitation.gone')}
        </Title>
        <Text>{t('invitation.goneText')}</Text>
      </Stack>
    );
  }
  if (!invitation) return <Loader />;
  return accepting ? (
    <AccountForm token={token} invitation={invitation} onBack={() => setAccepting(false)} />
  ) : (
    <Offer token={token} invitation={invitation} onAccept={() => setAccepting(true)} />
  );
}
