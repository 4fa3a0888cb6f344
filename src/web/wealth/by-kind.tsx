import { ColorSwatch, Group, SimpleGrid, Skeleton, Table, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { isDebt } from '../../domain/words.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { kindColors } from './kind-colors.ts';
import type { Totals } from './use-inventory.ts';

const KindsChart = lazy(async () => ({ default: (await import('./kinds-chart.tsx')).KindsChart }));

const figures = { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const;

/** What the assets are made of, each currency for itself: drawn, and beside it in figures. */
export function ByKind({ byKind, net }: Pick<Totals, 'byKind' | 'net'>) {
  const { t } = useTranslation();
  const { money, percent } = useFormats();
  const currencies = net.filter(({ assets }) => assets > 0);
  if (currencies.length === 0) return null;
  return (
    <section aria-labelledby="by-kind">
      <Title order={2} size="h3" mb="xs" id="by-kind">
        {t('wealth.byKind')}
      </Title>
      <SimpleGrid cols={{ base: 1, md: currencies.length > 1 ? 2 : 1 }} spacing="xl">
        {currencies.map(({ currency, assets }) => {
          const kinds = byKind.filter((sum) => sum.currency === currency && !isDebt(sum.kind));
          return (
            <Group key={currency} gap="lg" justify="center" align="center">
              <Suspense fallback={<Skeleton circle h={170} w={170} />}>
                <KindsChart currency={currency} kinds={kinds} assets={assets} />
              </Suspense>
              <Table flex="1 1 280px" w="auto" aria-label={t('wealth.chartByKind', { currency })}>
                <Table.Tbody>
                  {kinds.map(({ kind, cents }) => (
                    <Table.Tr key={kind}>
                      <Table.Th scope="row" fw={400}>
                        <Group gap="xs" wrap="nowrap">
                          <ColorSwatch
                            size={12}
                            withShadow={false}
                            color={`var(--mantine-color-${kindColors[kind].replace('.', '-')})`}
                          />
                          {t(`wealth.kinds.${kind}`)}
                        </Group>
                      </Table.Th>
                      <Table.Td ta="end" style={figures}>
                        {money(cents, currency)}
                      </Table.Td>
                      <Table.Td ta="end" c="dimmed" style={figures} visibleFrom="xs">
                        {percent(Math.round((1000 * cents) / assets) / 1000)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Group>
          );
        })}
      </SimpleGrid>
    </section>
  );
}
