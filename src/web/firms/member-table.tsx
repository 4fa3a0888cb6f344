import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MemberRow } from './member-row.tsx';
import type { Member } from './use-members.ts';

type Props = {
  members: Member[];
  isAdmin: boolean;
  onEdit: (member: Member) => void;
  onRemove: (member: Member) => void;
};

/** Who is in the team, and, for the admin, how far each invitation is. */
export function MemberTable({ members, isAdmin, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing="sm" aria-label={t('team.title')}>
      <Table.Thead visibleFrom="sm">
        <Table.Tr>
          <Table.Th>{t('team.name')}</Table.Th>
          <Table.Th>{t('team.role')}</Table.Th>
          <Table.Th>{t('team.account')}</Table.Th>
          {isAdmin && <Table.Td />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isAdmin={isAdmin}
            onEdit={() => onEdit(member)}
            onRemove={() => onRemove(member)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}
