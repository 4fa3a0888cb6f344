import { ActionIcon, Badge, Group, Table, Text } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Line } from './use-lines.ts';
import { useStateText } from './use-state-text.ts';

/** On a phone the cells of a row stand below each other. */
const cell = { base: 'block', sm: 'table-cell' } as const;

type Props = { line: Line; onEdit: () => void };

/** A person or an advisor: the right now, how far the invitation is, and the way to change it. */
export function LineRow({ line, onEdit }: Props) {
  const { t } = useTranslation();
  const stateText = useStateText();
  const { party, right, revocable, actions } = line;
  const isEditable = actions.some((action) => action !== 'resend');
  const role =
    party.kind === 'advisor' ? t(`advisorTypes.${party.type}`) : party.central && t(`roles.${party.central}`);
  return (
    <Table.Tr>
      <Table.Td display={cell}>
        <Text fw={500}>{party.name}</Text>
        {role && <Text size="sm">{role}</Text>}
      </Table.Td>
      <Table.Td display={cell}>
        <Group gap={6} wrap="nowrap">
          <Badge
            style={{ flexShrink: 0 }}
            variant={right === 'none' ? 'outline' : 'light'}
            color={right === 'none' ? 'gray' : 'petrol'}
            tt="none"
          >
            {t(`rights.${right}`)}
          </Badge>
          {!revocable && right !== 'none' && (
            <IconLock size={16} role="img" aria-label={t('access.irrevocable')} />
          )}
        </Group>
      </Table.Td>
      <Table.Td display={cell}>
        <Text size="sm">{stateText(line)}</Text>
        {line.email && <Text size="sm">{line.email}</Text>}
      </Table.Td>
      <Table.Td display={cell} ta={{ base: 'start', sm: 'end' }}>
        {isEditable && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('access.edit', { name: party.name })}
            onClick={onEdit}
          >
            <IconPencil size={18} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
