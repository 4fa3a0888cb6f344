import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossiers/use-dossier.ts';
import type { Member } from '../firms/use-members.ts';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { type TeamSetting, useSetTeamAccess } from './use-team-access.ts';

type Props = { dossier: Dossier; others: Member[]; setting: TeamSetting };

/** Opens a dossier to the whole team or to named members; a closed one to nobody more (R8, R16). */
export function TeamForm({ dossier, others, setting }: Props) {
  const { t, i18n } = useTranslation();
  const [mode, setMode] = useState(setting.mode);
  const [ids, setIds] = useState(setting.memberIds);
  const save = useSetTeamAccess(dossier.id, () =>
    notifications.show({ message: t('settings.team.saved', { name: dossier.name }) }),
  );
  const has = ({ id }: Member, where: TeamSetting) => where.mode === 'all' || where.memberIds.includes(id);
  const wanted = { mode, memberIds: ids };
  const names = new Intl.ListFormat(i18n.language);
  const those = (members: Member[]) => names.format(members.map(nameOf));
  const gain = others.filter((member) => has(member, wanted) && !has(member, setting));
  const lose = others.filter((member) => !has(member, wanted) && has(member, setting));
  const isDirty = mode !== setting.mode || [...ids].sort().join() !== [...setting.memberIds].sort().join();
  const isFixed = dossier.closedAt !== null && setting.mode === 'listed';
  return (
    <Stack gap="sm">
      <Unsaved when={isDirty} />
      {save.error && <ProblemAlert error={save.error} />}
      {isFixed && <Text size="sm">{t('settings.team.closed')}</Text>}
      <Radio.Group
        aria-label={t('settings.team.title')}
        value={mode}
        onChange={(value) => setMode(value as TeamSetting['mode'])}
      >
        <Stack gap="xs">
          <Radio
            value="all"
            disabled={isFixed}
            label={t('settings.team.all')}
            description={t('settings.team.allMeans')}
          />
          <Radio value="listed" label={t('settings.team.listed')} />
        </Stack>
      </Radio.Group>
      {mode === 'listed' && (
        <Checkbox.Group aria-label={t('settings.team.listed')} value={ids} onChange={setIds}>
          <Stack gap="xs" pl="lg">
            {others.map((member) => (
              <Checkbox
                key={member.id}
                value={member.id}
                disabled={isFixed && !setting.memberIds.includes(member.id)}
                label={nameOf(member)}
                description={t(`firmRoles.${member.role}`)}
              />
            ))}
            {others.length === 0 && <Text size="sm">{t('settings.team.alone')}</Text>}
          </Stack>
        </Checkbox.Group>
      )}
      {gain.length > 0 && <Text size="sm">{t('settings.team.gain', { names: those(gain) })}</Text>}
      {lose.length > 0 && <Text size="sm">{t('settings.team.lose', { names: those(lose) })}</Text>}
      <Group justify="end">
        <Button disabled={!isDirty} loading={save.isPending} onClick={() => save.mutate(wanted)}>
          {t('settings.team.save')}
        </Button>
      </Group>
    </Stack>
  );
}
