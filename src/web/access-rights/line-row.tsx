import { Badge, Group, Table, Text } from '@mantine/core';
import { memo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { LineActions } from './line-actions.tsx';
import classes from './line-row.module.css';
import { RightCell } from './right-cell.tsx';
import { StateCell } from './state-cell.tsx';
import type { Line } from './use-lines.ts';

type Props = {
  dossierId: string;
  line: Line;
  managesAdvisors: boolean;
  onEdit: (line: Line) => void;
  /** Its place in the whole list, from 0. */
  index: number;
  ref?: Ref<HTMLTableRowElement> | undefined;
};

/** A person or an advisor: the right now, how far the invitation is, why, and the ways to change it. */
export const LineRow = memo(function LineRow({
  dossierId,
  line,
  managesAdvisors,
  onEdit,
  index,
  ref,
}: Props) {
  const { t } = useTranslation();
  const { party, own } = line;
  const role =
    party.kind === 'advisor' ? t(`advisorTypes.${party.type}`) : party.central && t(`roles.${party.central}`);
  return (
    <Table.Tr ref={ref} className={classes.row} data-index={index} aria-rowindex={index + 2}>
      <Table.Td className={`${classes.cell} ${classes.name}`}>
        <Group gap={6}>
          <Text fw={500}>{party.name}</Text>
          {own && (
            <Badge size="sm" variant="light" tt="none">
              {t('access.you')}
            </Badge>
          )}
        </Group>
        <Group gap={6}>
          {role && <Text size="sm">{role}</Text>}
          {party.kind === 'advisor' && (
            <Badge size="sm" variant="outline" color="gray" tt="none">
              {t('access.outsider')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td className={classes.cell}>
        <RightCell dossierId={dossierId} line={line} />
      </Table.Td>
      <Table.Td className={`${classes.cell} ${classes.state}`}>
        <StateCell line={line} />
      </Table.Td>
      <Table.Td className={`${classes.cell} ${classes.actions}`} ta="end">
        <LineActions
          dossierId={dossierId}
          line={line}
          managesAdvisors={managesAdvisors}
          onEdit={() => onEdit(line)}
        />
      </Table.Td>
    </Table.Tr>
  );
});
