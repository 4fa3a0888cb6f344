import { Alert, Button, Group, List, NativeSelect, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossiers/use-dossier.ts';
import { mayManage, useMembers } from '../firms/use-members.ts';
import { Empty } from '../shell/empty.tsx';
import { FormDialog } from '../shell/form-dialog.tsx';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useChangeDossier } from './use-change-dossier.ts';

type Props = { dossier: Dossier; opened: boolean; onClose: () => void };

/** Hands a dossier to another manager or admin of the team who has an account: what follows is said before (R1). */
export function HandOver({ dossier, opened, onClose }: Props) {
  const { t } = useTranslation();
  const { manager, firmId, me } = dossier;
  const { data: members, error } = useMembers(firmId);
  const [chosen, setChosen] = useState('');
  const close = () => {
    setChosen('');
    onClose();
  };
  const save = useChangeDossier(dossier, (changed) => {
    notifications.show({ message: t('settings.manager.handed', { name: changed.manager.name }) });
    close();
  });
  const candidates = members?.filter((member) => mayManage(member) && member.id !== manager.id) ?? [];
  const isOwn = me.roles.some(({ name }) => name === 'manager');
  const names = { former: manager.name };
  return (
    <FormDialog opened={opened} onClose={close} title={t('settings.manager.handOver')}>
      <Unsaved when={chosen !== '' && !save.isPending && !save.isSuccess} />
      <Stack>
        {(save.error ?? error) && <ProblemAlert error={save.error ?? error} />}
        {members && candidates.length === 0 ? (
          <Empty text={t('settings.manager.nobody')} />
        ) : (
          <>
            <NativeSelect
              label={t('settings.manager.to')}
              description={t('settings.manager.who')}
              data-autofocus
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={[
                { value: '', label: t('settings.manager.choose') },
                ...candidates.map((member) => ({
                  value: member.id,
                  label: `${nameOf(member)} (${t(`firmRoles.${member.role}`).toLowerCase()})`,
                })),
              ]}
            />
            <Alert color="orange" title={t('settings.manager.follows')}>
              <List size="sm">
                <List.Item>
                  {isOwn ? t('settings.manager.noSay') : t('settings.manager.noSayHis', names)}
                </List.Item>
                <List.Item>
                  {isOwn ? t('settings.manager.stays') : t('settings.manager.staysHis', names)}
                </List.Item>
                <List.Item>{t('settings.manager.told')}</List.Item>
              </List>
            </Alert>
            <Group justify="end">
              <Button
                disabled={!chosen}
                loading={save.isPending}
                onClick={() => save.mutate({ managerId: chosen })}
              >
                {t('settings.manager.confirm')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </FormDialog>
  );
}
