import { Alert, Button, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { allowances } from './allowances.ts';
import { Decline } from './decline.tsx';
import { JoinTeam } from './join-team.tsx';
import { SignedInAlready } from './signed-in-already.tsx';
import { WhatFollows } from './what-follows.tsx';

type Props = { token: string; invitation: Schemas['InvitationView']; onAccept: () => void };

const day = 24 * 60 * 60 * 1000;

/** Who invites, to what, with which right, until when, and what accepting leads to; to accept or to decline. */
export function Offer({ token, invitation, onAccept }: Props) {
  const { t } = useTranslation();
  const { date, day: calendarDay } = useFormats();
  const { inviter, firm, dossier, right, role, central, kind, until, accountExists, declined } = invitation;
  const daysLeft = Math.max(1, Math.floor((Date.parse(invitation.expiresAt) - Date.now()) / day));
  const as = (central ? t(`roles.${central}`) : t(`invitation.as.${kind}`)).toLowerCase();
  return (
    <Stack>
      <Title order={1} size="h2">
        {dossier
          ? t('invitation.toDossier', { dossier: dossier.name })
          : t('invitation.toTeam', { firm: firm.name })}
      </Title>
      <Text>
        {inviter
          ? t('invitation.from', { name: inviter.name, firm: firm.name })
          : t('invitation.fromFirm', { firm: firm.name })}
      </Text>
      {declined && (
        <Alert color="yellow">{t('invitation.declined', { date: date(invitation.expiresAt) })}</Alert>
      )}
      <div>
        <Title order={2} size="h5" mb={4}>
          {role
            ? t('invitation.role', { role: t(`firmRoles.${role}`) })
            : t('invitation.right', { right: t(`rights.${right ?? 'read_only'}`).toLowerCase(), as })}
        </Title>
        <List spacing={4} size="sm">
          {allowances(invitation).map((key) => (
            <List.Item key={key}>{t(`invitation.allows.${key}`)}</List.Item>
          ))}
          {until && <List.Item>{t('invitation.accessUntil', { day: calendarDay(until) })}</List.Item>}
        </List>
      </div>
      <WhatFollows invitation={invitation} />
      <Text size="sm" fw={500}>
        {t('invitation.daysLeft', { count: daysLeft, date: date(invitation.expiresAt) })}
      </Text>
      {accountExists ? (
        <JoinTeam token={token} invitation={invitation} />
      ) : (
        <>
          <SignedInAlready email={invitation.email} />
          <Button onClick={onAccept}>{t('invitation.accept')}</Button>
        </>
      )}
      {!declined && <Decline token={token} invitation={invitation} />}
    </Stack>
  );
}
