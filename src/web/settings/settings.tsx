import { Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { allows } from '../../domain/capabilities.ts';
import { useDossier } from '../dossiers/use-dossier.ts';
import { useIsAdmin } from '../dossiers/use-is-admin.ts';
import { Explain } from '../explain/explain.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Section } from '../shell/section.tsx';
import { Closing } from './closing.tsx';
import { Manager } from './manager.tsx';
import { Name } from './name.tsx';
import { SelfAccess } from './self-access.tsx';
import { TeamAccess } from './team-access.tsx';

/**
 * The settings of a dossier: its name, its manager, its team, its closing; each for who may (R1, R8, R16). The firm's
 * admin sees here all that he sees of a dossier without access.
 */
export function Settings() {
  const { t } = useTranslation();
  const { data: dossier, error } = useDossier();
  const isAdmin = useIsAdmin(dossier);
  if (error) return <ProblemAlert error={error} />;
  if (!dossier) return null;
  const { capabilities, roles } = dossier.me;
  const manages = allows(capabilities, 'settings', 'manage');
  const lacksSelf = isAdmin && !roles.some(({ name }) => name === 'manager' || name === 'admin');
  return (
    <Stack py="md" gap="xl" maw={680}>
      {lacksSelf && <SelfAccess dossier={dossier} />}
      {manages && dossier.closedAt && <Closing dossier={dossier} />}
      {manages && !dossier.closedAt && <Name dossier={dossier} />}
      <Manager dossier={dossier} hands={manages || isAdmin} />
      <TeamAccess dossier={dossier} sets={allows(capabilities, 'settings', 'team_access')} />
      {manages && (
        <Section title={t('explain.title')} text={t('explain.means')}>
          <Group justify="end">
            <Explain dossier={dossier} />
          </Group>
        </Section>
      )}
      {manages && !dossier.closedAt && <Closing dossier={dossier} />}
    </Stack>
  );
}
