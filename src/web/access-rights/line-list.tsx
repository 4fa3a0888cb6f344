import { Table } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineRow } from './line-row.tsx';
import type { Line } from './use-lines.ts';

/** So many rows are all in the document, where the browser's own search and a printer find them. */
const whole = 60;

type Props = {
  dossierId: string;
  lines: Line[];
  managesAdvisors: boolean;
  onEdit: (line: Line) => void;
  labelledBy: string;
};

/** Lines below each other. Of a long list only the rows near what is in sight are in the document. */
export function LineList({ lines, labelledBy, ...rest }: Props) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const at = body.current!.getBoundingClientRect().top + window.scrollY;
    setTop(Math.round(at));
  });
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => 84,
    overscan: lines.length <= whole ? whole : 12,
    scrollMargin: top,
    getItemKey: (index) => lines[index]!.party.id,
    useFlushSync: false,
  });
  const seen = rows.getVirtualItems();
  const before = seen.length > 0 ? seen[0]!.start - top : 0;
  const after = seen.length > 0 ? rows.getTotalSize() - (seen.at(-1)!.end - top) : 0;
  return (
    <Table verticalSpacing="sm" aria-labelledby={labelledBy} aria-rowcount={lines.length + 1}>
      <Table.Thead visibleFrom="sm">
        <Table.Tr aria-rowindex={1}>
          <Table.Th w="24%">{t('access.name')}</Table.Th>
          <Table.Th w="24%">{t('access.right')}</Table.Th>
          <Table.Th>{t('access.state')}</Table.Th>
          <Table.Th w={140} ta="end">
            {t('access.actions')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        <Space height={before} />
        {seen.map(({ index, key }) => (
          <LineRow key={key} ref={rows.measureElement} index={index} line={lines[index]!} {...rest} />
        ))}
        <Space height={after} />
      </Table.Tbody>
    </Table>
  );
}

/** The place of the rows that are out of sight. */
const Space = ({ height }: { height: number }) =>
  height > 0 && (
    <tr aria-hidden style={{ border: 0 }}>
      <td colSpan={4} style={{ height, padding: 0 }} />
    </tr>
  );
