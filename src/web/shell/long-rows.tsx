import { Table } from '@mantine/core';
import { Fragment, useRef } from 'react';
import type { RowsProps } from './rows.tsx';
import { useLongList } from './use-long-list.ts';

/** The rows of a long list that are near what is in sight. */
export function LongRows({ count, keyOf, estimate, columns, row }: RowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { seen, after, measure } = useLongList(body, { count, keyOf, estimate, overscan: 12 });
  return (
    <Table.Tbody ref={body}>
      {seen.map(({ index, key, before }) => (
        <Fragment key={key}>
          <Space height={before} columns={columns} />
          {row(index, measure)}
        </Fragment>
      ))}
      <Space height={after} columns={columns} />
    </Table.Tbody>
  );
}

/** The place of the rows that are out of sight. */
const Space = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 && (
    <tr aria-hidden style={{ border: 0 }}>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
