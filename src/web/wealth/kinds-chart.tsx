import '@mantine/charts/styles.css';
import { DonutChart } from '@mantine/charts';
import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { kindColors } from './kind-colors.ts';
import type { Totals } from './use-inventory.ts';

type Props = { currency: string; kinds: Totals['byKind']; assets: number };

/** The assets of one currency by kind, as a ring around their sum. The list beside it says the same in figures. */
export function KindsChart({ currency, kinds, assets }: Props) {
  const { t } = useTranslation();
  const { roundMoney } = useFormats();
  return (
    <Box role="img" aria-label={t('wealth.chartByKind', { currency })}>
      <DonutChart
        size={170}
        thickness={28}
        data={kinds.map(({ kind, cents }) => ({
          name: t(`wealth.kinds.${kind}`),
          value: cents,
          color: kindColors[kind],
        }))}
        chartLabel={roundMoney(assets, currency)}
        withTooltip={false}
        accessibilityLayer={false}
        pieProps={{ isAnimationActive: false }}
      />
    </Box>
  );
}
