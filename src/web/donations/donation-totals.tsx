import { Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { AmountCell, cell } from '../inventory/amount-cell.tsx';
import type { Totals } from './use-donations.ts';

type Props = { totals: Totals; nameOf: (id: string | null) => string };

/** What each person gave and received, per currency, as the API adds it up. */
export function DonationTotals({ totals: { given, received }, nameOf }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const all = [...given, ...received].map(({ personId, currency }) => ({ personId, currency }));
  const rows = [...new Map(all.map((row) => [`${row.personId} ${row.currency}`, row]))];
  const sumOf = (sums: Totals['given'], { personId, currency }: (typeof all)[number]) =>
    sums.find((sum) => sum.personId === personId && sum.currency === currency)?.cents;
  return (
    <section aria-labelledby="donation-totals">
      <Title order={2} size="h3" mb="xs" id="donation-totals">
        {t('donations.totals')}
      </Title>
      <Table verticalSpacing="xs" aria-labelledby="donation-totals">
        <Table.Thead visibleFrom="sm">
          <Table.Tr>
            <Table.Th>{t('donations.person')}</Table.Th>
            <Table.Th ta="end">{t('donations.given')}</Table.Th>
            <Table.Th ta="end">{t('donations.received')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([key, row]) => (
            <Table.Tr key={key}>
              <Table.Th display={cell} scope="row" fw={500}>
                {nameOf(row.personId)}
              </Table.Th>
              {(
                [
                  ['given', given],
                  ['received', received],
                ] as const
              ).map(([name, sums]) => {
                const sum = sumOf(sums, row);
                return (
                  <AmountCell key={name} label={t(`donations.${name}`)}>
                    {sum === undefined ? undefined : money(sum, row.currency)}
                  </AmountCell>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
