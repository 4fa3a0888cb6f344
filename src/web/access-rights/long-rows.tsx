import { Table } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { OfRows } from './line-list.tsx';
import { LineRow } from './line-row.tsx';
import type { Line } from './use-lines.ts';

/** The rows of a long list that are near what is in sight. */
export function LongRows({ lines, ...rest }: OfRows & { lines: Line[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const at = body.current!.getBoundingClientRect().top + window.scrollY;
    setTop(Math.round(at));
  });
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => 84,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => lines[index]!.party.id,
    useFlushSync: false,
  });
  const seen = rows.getVirtualItems();
  const before = seen.length > 0 ? seen[0]!.start - top : 0;
  const after = seen.length > 0 ? rows.getTotalSize() - (seen.at(-1)!.end - top) : 0;
  return (
    <Table.Tbody ref={body}>
      <Space height={before} />
      {seen.map(({ index, key }) => (
        <LineRow key={key} ref={rows.measureElement} index={index} line={lines[index]!} {...rest} />
      ))}
      <Space height={after} />
    </Table.Tbody>
  );
}

/** The place of the rows that are out of sight. */
const Space = ({ height }: { height: number }) =>
  height > 0 && (
    <tr aria-hidden style={{ border: 0 }}>
      <td colSpan={4} style={{ height, padding: 0 }} />
    </tr>
  );
