import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { nameOf } from '../shell/name-of.ts';
import { MemberForm } from './member-form.tsx';
import { useChangeMember } from './use-change-member.ts';
import { useManaged } from './use-managed.ts';
import type { Member } from './use-members.ts';
import { useRoleHindrance } from './use-role-hindrance.ts';

type Props = { firmId: string; team: Member[]; member: Member | null; onClose: () => void };

/** Name, language and role of a member; his contact data, too, until he has joined. */
export const EditMember = ({ member, ...rest }: Props) =>
  member && <Editing key={member.id} member={member} {...rest} />;

function Editing({ firmId, team, member, onClose }: Props & { member: Member }) {
  const { t } = useTranslation();
  const hindrance = useRoleHindrance(team)(member);
  const { managed } = useManaged(member.id);
  const change = useChangeMember(firmId, member, (name) => t('team.saved', { name }), onClose);
  return (
    <FormDialog opened onClose={onClose} title={t('team.editing', { name: nameOf(member) })}>
      <MemberForm
        member={member}
        hindrance={hindrance}
        managed={managed}
        error={change.error}
        isSaving={change.isPending}
        onSave={({ email, phone, role, ...names }) =>
          change.mutate({
            ...names,
            ...(role === member.role ? {} : { role }),
            ...(member.joined || email === member.contact?.email ? {} : { email }),
            ...(member.joined || phone === member.contact?.phone ? {} : { phone }),
          })
        }
      />
    </FormDialog>
  );
}
