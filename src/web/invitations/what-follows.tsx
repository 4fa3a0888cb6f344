import { List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

/** What accepting leads to, said before. */
export function WhatFollows({ invitation }: { invitation: Schemas['InvitationView'] }) {
  const { t } = useTranslation();
  const { phone, accountExists, inviter, firm, dossier } = invitation;
  return (
    <div>
      <Title order={2} size="h5" mb={4}>
        {t('invitation.follows.title')}
      </Title>
      <List spacing={4} size="sm">
        {accountExists ? (
          <List.Item>{t('invitation.follows.yourAccount')}</List.Item>
        ) : (
          <List.Item>{t('invitation.follows.newAccount', { phone })}</List.Item>
        )}
        <List.Item>{t(dossier ? 'invitation.follows.dossier' : 'invitation.follows.team')}</List.Item>
        <List.Item>{t('invitation.follows.told', { name: inviter?.name ?? firm.name })}</List.Item>
      </List>
    </div>
  );
}
