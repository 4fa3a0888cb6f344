import { Table, type TableTdProps, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** On a phone the cells of a row stand below each other, so that a row becomes a card. */
export const cell = { base: 'block', sm: 'table-cell' } as const;

type Props = TableTdProps & {
  label: string;
  /** Left out where there is no amount. */
  children?: ReactNode;
};

/** A cell with an amount, to the right; on a phone with the name of its column before it, and only where there is one. */
export const AmountCell = ({ label, children, ...rest }: Props) => (
  <Table.Td display={{ base: children === undefined ? 'none' : 'flex', sm: 'table-cell' }} ta="end" {...rest}>
    <Text span size="sm" hiddenFrom="sm" c="dimmed" me="auto" pe="sm">
      {label}
    </Text>
    <Text span size="sm" inherit style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {children ?? '–'}
    </Text>
  </Table.Td>
);
