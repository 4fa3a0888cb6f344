import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api, type Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';

type Props = { token: string; invitation: Schemas['InvitationView']; onAccept: () => void };

/** Who invites, to which dossier, with which right, and until when; to accept or to decline. */
export function Offer({ token, invitation, onAccept }: Props) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { inviter, firm, dossier, right, role, accountExists, declined, expiresAt, kind } = invitation;
  const decline = useMutation({
    mutationFn: () => answered(api.POST('/api/invitations/{token}/decline', { params: { path: { token } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['invitation', token] }),
  });
  return (
    <Stack>
      <Title order={1} size="h2">
        {dossier
          ? t('invitation.toDossier', { dossier: dossier.name })
          : t('invitation.toTeam', { firm: firm.name })}
      </Title>
      <Text>{t('invitation.from', { name: inviter ? `${inviter.name} (${firm.name})` : firm.name })}</Text>
      {right && (
        <List spacing={4}>
          <List.Item>{t('invitation.mayRead')}</List.Item>
          <List.Item>
            {t(
              right === 'read_only'
                ? 'invitation.changesNothing'
                : kind === 'advisor'
                  ? 'invitation.advisorWrites'
                  : 'invitation.mayWrite',
            )}
          </List.Item>
        </List>
      )}
      {role && <Text>{t('invitation.role', { role: t(`firmRoles.${role}`) })}</Text>}
      <Text size="sm">{t('invitation.until', { date: date(expiresAt) })}</Text>
      {declined && <Alert color="yellow">{t('invitation.declined')}</Alert>}
      {decline.error && <ProblemAlert error={decline.error} />}
      <Group justify="space-between">
        {!declined && (
          <Button variant="subtle" loading={decline.isPending} onClick={() => decline.mutate()}>
            {t('invitation.decline')}
          </Button>
        )}
        {accountExists ? (
          <Button onClick={() => void navigate('/sign-in')}>{t('invitation.signIn')}</Button>
        ) : (
          <Button onClick={onAccept}>{t('invitation.accept')}</Button>
        )}
      </Group>
    </Stack>
  );
}
