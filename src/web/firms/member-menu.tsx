import { Menu } from '@mantine/core';
import { IconDots, IconPencil, IconSend, IconUserMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../shell/name-of.ts';
import { SavingIcon } from '../shell/saving-icon.tsx';
import type { Member } from './use-members.ts';
import { useResend } from './use-resend.ts';

type Props = { member: Member; onEdit: () => void; onRemove: () => void };

/** What the admin can do with a member; the invitation of who hasn't joined can be sent again. */
export function MemberMenu({ member, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  const resend = useResend(member);
  const name = nameOf(member);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <SavingIcon isSaving={resend.isPending} aria-label={t('team.actions', { name })}>
          <IconDots size={18} />
        </SavingIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {t('team.edit')}
        </Menu.Item>
        {!member.joined && (
          <Menu.Item leftSection={<IconSend size={16} />} onClick={() => resend.mutate()}>
            {t('team.resend')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconUserMinus size={16} />} onClick={onRemove}>
          {t('team.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
