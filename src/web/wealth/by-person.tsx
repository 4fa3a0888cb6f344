import { Stack, Table, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { AmountCell, cell } from '../inventory/amount-cell.tsx';
import type { Totals } from './use-inventory.ts';

const OwnersChart = lazy(async () => ({ default: (await import('./owners-chart.tsx')).OwnersChart }));

type Props = { byPerson: Totals['byPerson']; nameOf: (id: string | null) => string };
const columns = ['full', 'usufruct', 'bare', 'debts', 'net'] as const;

/** What each person holds, each currency for itself: drawn, and beneath it as a table. */
export function ByPerson({ byPerson, nameOf }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const title = (column: (typeof columns)[number]) => t(`wealth.columns.${column}`);
  return (
    <Stack component="section" aria-labelledby="by-person" gap="lg">
      <Title order={2} size="h3" id="by-person">
        {t('wealth.byPerson')}
      </Title>
      {[...Map.groupBy(byPerson, (row) => row.currency)].map(([currency, rows]) => {
        const shown = columns.filter((column) => column === 'net' || rows.some((row) => row[column] !== 0));
        return (
          <div key={currency}>
            <Suspense fallback={null}>
              <OwnersChart currency={currency} rows={rows} nameOf={nameOf} />
            </Suspense>
            <Table verticalSpacing="xs" aria-label={`${t('wealth.byPerson')}, ${currency}`}>
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
                {rows.map((row) => (
                  <Table.Tr key={row.personId}>
                    <Table.Th display={cell} scope="row" fw={500}>
                      {nameOf(row.personId)}
                    </Table.Th>
                    {shown.map((column) => (
                      <AmountCell
                        key={column}
                        label={title(column)}
                        {...(column === 'net' ? { fw: 600 } : {})}
                      >
                        {row[column] === 0 && column !== 'net' ? undefined : money(row[column], currency)}
                      </AmountCell>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        );
      })}
      {byPerson.some(({ usufruct }) => usufruct !== 0) && (
        <Text size="sm" c="dimmed">
          {t('wealth.splitNote')}
        </Text>
      )}
    </Stack>
  );
}
