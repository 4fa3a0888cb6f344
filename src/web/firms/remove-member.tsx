import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { ManagedDossiers } from './managed-dossiers.tsx';
import { useChangeMember } from './use-change-member.ts';
import { useManaged } from './use-managed.ts';
import type { Member } from './use-members.ts';
import { useRoleHindrance } from './use-role-hindrance.ts';

type Props = { firmId: string; team: Member[]; member: Member | null; onClose: () => void };

/** Removes a member from the team, after saying what follows; or says what has to be done first (R1). */
export function RemoveMember({ member, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={member !== null}
      onClose={rest.onClose}
      title={member && t('team.removing', { name: nameOf(member) })}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      {member && <Removing member={member} {...rest} />}
    </Modal>
  );
}

function Removing({ firmId, team, member, onClose }: Props & { member: Member }) {
  const { t } = useTranslation();
  const name = nameOf(member);
  const hindrance = useRoleHindrance(team)(member);
  const { managed, isWhole } = useManaged(member.id);
  const remove = useChangeMember(firmId, member, () => t('team.removed', { name }), onClose);
  const mayLeave = !hindrance && managed.length === 0;
  return (
    <Stack>
      {remove.error && <ProblemAlert error={remove.error} />}
      {hindrance && <Alert color="orange">{t(`team.hindrance.${hindrance}`)}</Alert>}
      {managed.length > 0 && <ManagedDossiers memberId={member.id} name={name} dossiers={managed} />}
      {mayLeave && <Text>{t(member.joined ? 'team.leaves' : 'team.invitationEnds', { name })}</Text>}
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          {t(mayLeave ? 'leave.cancel' : 'leave.close')}
        </Button>
        {mayLeave && (
          <Button
            color="red"
            disabled={!isWhole}
            loading={remove.isPending}
            onClick={() => remove.mutate({ left: true })}
          >
            {t('team.remove')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
