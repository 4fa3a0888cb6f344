import { Table } from '@mantine/core';
import { lazy, type ReactNode, type Ref, Suspense } from 'react';
import { useIsPrinting } from './use-is-printing.ts';

/** So many rows are all in the document, where the browser's own search finds them. */
export const few = 60;

const LongRows = lazy(async () => ({ default: (await import('./long-rows.tsx')).LongRows }));

export type RowsProps = {
  count: number;
  /** How many there are on the whole page, where a list is in several tables; else `count`. */
  total?: number;
  keyOf: (index: number) => string;
  /** How high a row is, in pixels, before it has been measured. */
  estimate: number;
  columns: number;
  /** A `Table.Tr` with the ref and with `rowAt(index)`. */
  row: (index: number, ref?: Ref<HTMLTableRowElement>) => ReactNode;
};

/** What tells where in the whole table a row is: to who listens, and to what measures it. The table's head is its first row. */
export const rowAt = (index: number) => ({ 'data-index': index, 'aria-rowindex': index + 2 });

/**
 * The body of a table. Of a long list only the rows near what is in sight are in the document, and all of them on
 * paper; the table says how many there are (`aria-rowcount`, one more than the rows), and a field beside it finds them.
 */
export function Rows(props: RowsProps) {
  const { count, total = count, row, keyOf } = props;
  const isPrinting = useIsPrinting();
  if (total <= few || isPrinting) {
    return (
      <Table.Tbody>
        {Array.from({ length: count }, (_, index) => (
          <RowOf key={keyOf(index)} index={index} row={row} />
        ))}
      </Table.Tbody>
    );
  }
  return (
    <Suspense>
      <LongRows {...props} />
    </Suspense>
  );
}

const RowOf = ({ index, row }: Pick<RowsProps, 'row'> & { index: number }) => row(index);
