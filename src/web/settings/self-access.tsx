import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { type Dossier, dossierKey } from '../dossiers/use-dossier.ts';
import { confirmed } from '../shell/confirm.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Section } from '../shell/section.tsx';

/** The firm's admin gives himself access: it is recorded, and the manager is told (R8). */
export function SelfAccess({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id: d, name, manager, me, closedAt } = dossier;
  const give = useMutation({
    mutationFn: () => answered(api.POST('/api/dossiers/{d}/team-access/self', { params: { path: { d } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: dossierKey(d) });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(d) });
      notifications.show({ message: t('settings.self.given', { name }) });
    },
  });
  const hasNone = me.roles.every((role) => role.name === 'firm_admin');
  const consequences = t('settings.self.consequences', { name: manager.name });
  return (
    <Section
      title={t('settings.self.title')}
      text={t(hasNone ? 'settings.self.none' : 'settings.self.asTeam')}
    >
      {give.error && <ProblemAlert error={give.error} />}
      {!closedAt && (
        <Group>
          <Button
            leftSection={<IconKey size={18} />}
            loading={give.isPending}
            onClick={async () => {
              const verb = t('settings.self.give');
              if (await confirmed(t, { title: verb, consequences, verb })) give.mutate();
            }}
          >
            {t('settings.self.give')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
