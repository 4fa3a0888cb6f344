import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossiers/use-dossier.ts';
import { confirmed } from '../shell/confirm.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Section } from '../shell/section.tsx';
import { useTurnDossier } from './use-change-dossier.ts';

/** Closes the dossier, or opens it again; it is never deleted (R16). */
export function Closing({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const { name, closedAt } = dossier;
  const what = closedAt ? 'reopen' : 'close';
  const turn = useTurnDossier(dossier, () => {
    notifications.show({ message: t(`settings.closing.${what}Done`, { name }) });
  });
  const ask = async () => {
    const question = {
      title: t(`settings.closing.${what}Title`, { name }),
      verb: t(`settings.closing.${what}`),
    };
    const consequences = t(`settings.closing.${what}Means`);
    if (await confirmed(t, { ...question, consequences })) turn.mutate();
  };
  return (
    <Section title={t('settings.closing.title')} text={t(`settings.closing.${what}Means`)}>
      {turn.error && <ProblemAlert error={turn.error} />}
      <Group justify="end">
        <Button
          variant={closedAt ? 'filled' : 'outline'}
          {...(closedAt ? {} : { color: 'var(--mantine-color-error)' })}
          leftSection={closedAt ? <IconArchiveOff size={18} /> : <IconArchive size={18} />}
          loading={turn.isPending}
          onClick={ask}
        >
          {t(`settings.closing.${what}`)}
        </Button>
      </Group>
    </Section>
  );
}
