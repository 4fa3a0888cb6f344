import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { Totals } from './use-inventory.ts';

const figures = { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const;

/** Net worth, assets and debts, each currency for itself: amounts of different ones are never added. */
export function NetWorth({ net }: Pick<Totals, 'net'>) {
  const { t } = useTranslation();
  const { money } = useFormats();
  return (
    <section aria-labelledby="net-worth">
      <Title order={2} size="h3" mb="xs" id="net-worth">
        {t('wealth.net')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: Math.min(net.length, 3) }}>
        {net.map(({ currency, assets, debts, net: worth }) => (
          <Card key={currency} withBorder padding="md">
            <Text fz={{ base: 24, sm: 28 }} fw={600} style={figures}>
              {money(worth, currency)}
            </Text>
            <Stack gap={2} mt={4}>
              {(
                [
                  ['assets', assets],
                  ['debts', debts],
                ] as const
              ).map(([name, cents]) => (
                <Group key={name} justify="space-between" wrap="nowrap">
                  <Text size="sm" c="dimmed">
                    {t(`wealth.${name}`)}
                  </Text>
                  <Text size="sm" style={figures}>
                    {money(cents, currency)}
                  </Text>
                </Group>
              ))}
            </Stack>
          </Card>
        ))}
      </SimpleGrid>
      {net.length > 1 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('wealth.currencies')}
        </Text>
      )}
    </section>
  );
}
