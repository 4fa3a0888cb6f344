import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { confirmed } from '../shell/confirm.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { nameOf, type WaitingChange, waitingKey } from './use-waiting-changes.ts';

type Props = { change: WaitingChange; onConfirm: () => void };

/** Who asks for a new number, where he has access, until when; to confirm or to refuse. */
export function WaitingCard({ change, onConfirm }: Props) {
  const { t } = useTranslation();
  const { instant, ago } = useFormats();
  const queries = useQueryClient();
  const { id, state, accesses, newPhone, askedAt, expiresAt, effectiveAt } = change;
  const name = nameOf(change);
  const refuse = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/phone-changes/{change}/refuse', { params: { path: { change: id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: waitingKey });
      notifications.show({ message: t('phoneChange.list.refused', { name }) });
    },
  });
  const ask = async () => {
    const question = {
      title: t('phoneChange.list.refuseTitle', { name }),
      consequences: t('phoneChange.list.refuseConsequences', { name }),
      verb: t('phoneChange.list.refuse'),
    };
    if (await confirmed(t, question)) refuse.mutate();
  };
  return (
    <Card component="li" withBorder>
      <Stack gap="sm">
        <Group justify="space-between" align="start">
          <Title order={2} size="h4">
            {name}
          </Title>
          <Badge tt="none" variant="light" color={state === 'confirmed' ? 'green' : 'orange'}>
            {t(`phoneChange.list.states.${state}`)}
          </Badge>
        </Group>
        <Group gap={6}>
          {accesses.map(({ dossier }) =>
            dossier ? (
              <Anchor key={dossier.id} component={Link} to={`/dossiers/${dossier.id}`} size="sm">
                {dossier.name}
              </Anchor>
            ) : (
              <Text key="team" size="sm">
                {t('phoneChange.list.team')}
              </Text>
            ),
          )}
        </Group>
        <Text size="sm">{t('phoneChange.list.number', { phone: newPhone, ago: ago(askedAt) })}</Text>
        <Text size="sm">
          {state === 'confirmed'
            ? t('phoneChange.list.effective', { at: instant(effectiveAt ?? expiresAt) })
            : t('phoneChange.list.expires', { at: instant(expiresAt) })}
        </Text>
        {refuse.error && <ProblemAlert error={refuse.error} />}
        <Group justify="end">
          <Button variant="subtle" color="red" loading={refuse.isPending} onClick={() => void ask()}>
            {t('phoneChange.list.refuse')}
          </Button>
          {state === 'waiting' && <Button onClick={onConfirm}>{t('phoneChange.list.confirm')}</Button>}
        </Group>
      </Stack>
    </Card>
  );
}
