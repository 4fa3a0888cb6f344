import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossiers/use-dossier.ts';
import { useMembers } from '../firms/use-members.ts';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Section } from '../shell/section.tsx';
import { TeamForm } from './team-form.tsx';
import { useTeamAccess } from './use-team-access.ts';

/** Who of the team has access: the whole of it, or who is named (R8); to be set by who may, else to be seen. */
export function TeamAccess({ dossier, sets }: { dossier: Dossier; sets: boolean }) {
  const { t } = useTranslation();
  const { data: members, error: noMembers } = useMembers(dossier.firmId);
  const { data: setting, error: noSetting } = useTeamAccess(dossier.id);
  const error = noMembers ?? noSetting;
  const others = members?.filter(({ id, leftAt }) => !leftAt && id !== dossier.manager.id) ?? [];
  const named = others.filter(({ id }) => setting?.memberIds.includes(id));
  return (
    <Section title={t('settings.team.title')} text={t('settings.team.means', { name: dossier.manager.name })}>
      {error && <ProblemAlert error={error} />}
      {members && setting && sets && (
        <TeamForm key={JSON.stringify(setting)} dossier={dossier} others={others} setting={setting} />
      )}
      {members && setting && !sets && (
        <>
          <Text fw={600}>{t(`settings.team.${setting.mode}`)}</Text>
          {setting.mode === 'listed' && named.length > 0 && (
            <List>
              {named.map((member) => (
                <List.Item key={member.id}>{nameOf(member)}</List.Item>
              ))}
            </List>
          )}
          {setting.mode === 'listed' && named.length === 0 && (
            <Text size="sm">{t('settings.team.nobody')}</Text>
          )}
        </>
      )}
    </Section>
  );
}
