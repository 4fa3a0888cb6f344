import { Box, Table, Text } from '@mantine/core';

type Props = {
  caption: string;
  /** The titles of the columns, that of the first one first. */
  head: string[];
  /** The cells of each row, its heading first. */
  rows: string[][];
  /** How many of the columns after the first hold words; the others hold figures, to the right. */
  words?: number;
};

const figure = { ta: 'end', style: { whiteSpace: 'nowrap' } } as const;

/** Figures in a table, which scrolls by itself where it is wider than the page. */
export const FiguresTable = ({ caption, head, rows, words = 0 }: Props) => (
  <Box tabIndex={0} role="region" aria-label={caption} style={{ overflowX: 'auto' }}>
    <Table
      withRowBorders
      striped={rows.length > 6}
      fz="sm"
      horizontalSpacing={7}
      style={{ fontVariantNumeric: 'tabular-nums' }}
    >
      <Table.Caption style={{ captionSide: 'top', textAlign: 'start' }}>
        <Text size="sm">{caption}</Text>
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {head.map((title, column) => (
            <Table.Th key={title} scope="col" ta={column <= words ? 'start' : 'end'}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([heading, ...cells], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows don't move, and one person may have several
          <Table.Tr key={row}>
            <Table.Th scope="row" fw={500}>
              {heading}
            </Table.Th>
            {cells.map((text, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns don't move
              <Table.Td key={column} {...(column < words ? {} : figure)}>
                {text}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Box>
);
