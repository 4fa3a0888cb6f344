import { Table, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { AmountCell, cell } from '../inventory/amount-cell.tsx';
import type { Totals } from './use-inventory.ts';

const OwnersChart = lazy(async () => ({ default: (await import('./owners-chart.tsx')).OwnersChart }));

type Props = { byPerson: Totals['byPerson']; nameOf: (id: string | null) => string };
const columns = ['full', 'usufruct', 'bare', 'debts', 'net'] as const;

/** What each person holds, per currency, as a table; and drawn, each currency for itself. */
export function ByPerson({ byPerson, nameOf }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const shown = columns.filter((column) => column === 'net' || byPerson.some((row) => row[column] !== 0));
  const title = (column: (typeof columns)[number]) => t(`wealth.columns.${column}`);
  return (
    <section aria-labelledby="by-person">
      <Title order={2} size="h3" mb="xs" id="by-person">
        {t('wealth.byPerson')}
      </Title>
      <Suspense fallback={null}>
        {[...Map.groupBy(byPerson, (row) => row.currency)].map(([currency, rows]) => (
          <OwnersChart key={currency} currency={currency} rows={rows} nameOf={nameOf} />
        ))}
      </Suspense>
      <Table verticalSpacing="xs" aria-labelledby="by-person">
        <Table.Thead visibleFrom="sm">
          <Table.Tr>
            <Table.Th>{t('wealth.person')}</Table.Th>
            {shown.map((column) => (
              <Table.Th key={column} ta="end">
                {title(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {byPerson.map((row) => (
            <Table.Tr key={`${row.personId} ${row.currency}`}>
              <Table.Th display={cell} scope="row" fw={500}>
                {nameOf(row.personId)}
              </Table.Th>
              {shown.map((column) => (
                <AmountCell key={column} label={title(column)} {...(column === 'net' ? { fw: 600 } : {})}>
                  {row[column] === 0 && column !== 'net' ? '–' : money(row[column], row.currency)}
                </AmountCell>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.includes('usufruct') && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('wealth.splitNote')}
        </Text>
      )}
    </section>
  );
}
