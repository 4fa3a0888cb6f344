import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Rows } from '../shell/rows.tsx';
import { LineRow } from './line-row.tsx';
import type { Line } from './use-lines.ts';

/** What the rows of a list have in common. */
export type OfRows = { dossierId: string; managesAdvisors: boolean; onEdit: (line: Line) => void };

type Props = OfRows & { lines: Line[]; labelledBy: string };

/** Lines below each other. Of a long list only the rows near what is in sight are in the document. */
export function LineList({ lines, labelledBy, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing="sm" aria-labelledby={labelledBy} aria-rowcount={lines.length + 1}>
      <Table.Thead visibleFrom="sm">
        <Table.Tr aria-rowindex={1}>
          <Table.Th w="24%">{t('access.name')}</Table.Th>
          <Table.Th w={{ base: 'auto', sm: 216 }}>{t('access.right')}</Table.Th>
          <Table.Th>{t('access.state')}</Table.Th>
          <Table.Th w={140} ta="end">
            {t('access.actions')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Rows
        count={lines.length}
        keyOf={(index) => lines[index]!.party.id}
        estimate={84}
        columns={4}
        row={(index, ref) => <LineRow ref={ref} index={index} line={lines[index]!} {...rest} />}
      />
    </Table>
  );
}
