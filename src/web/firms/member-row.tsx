import { Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { phoneText } from '../i18n/phone-text.ts';
import { nameOf } from '../shell/name-of.ts';
import { MemberMenu } from './member-menu.tsx';
import classes from './member-row.module.css';
import type { Member } from './use-members.ts';
import { useIsMe } from './use-own-member.ts';

/** On a phone the cells of a row stand below each other, closer than lines of the table do. */
const cell = { display: { base: 'block', sm: 'table-cell' }, py: { base: 4, sm: 'sm' } } as const;

type Props = { member: Member; isAdmin: boolean; onEdit: () => void; onRemove: () => void };

/** A member: his role, whether he has joined, and what the admin can do about it. */
export function MemberRow({ member, isAdmin, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  const isMe = useIsMe();
  const { role, joined, contact } = member;
  const state = joined ? 'accepted' : (contact?.invitation ?? 'invited');
  return (
    <Table.Tr className={classes.row}>
      <Table.Td {...cell}>
        <Group gap={6}>
          <Text fw={500}>{nameOf(member)}</Text>
          {isMe(member) && <Text size="sm">{t('team.you')}</Text>}
        </Group>
        {contact && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {contact.email}
            <br />
            {phoneText(contact.phone)}
          </Text>
        )}
      </Table.Td>
      <Table.Td {...cell}>
        <Badge variant="light" tt="none">
          {t(`firmRoles.${role}`)}
        </Badge>
      </Table.Td>
      <Table.Td {...cell}>
        <Text size="sm">{t(`team.state.${state}`)}</Text>
      </Table.Td>
      {isAdmin && (
        <Table.Td display={{ base: 'block', sm: 'table-cell' }} className={classes.actions}>
          <MemberMenu member={member} onEdit={onEdit} onRemove={onRemove} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
