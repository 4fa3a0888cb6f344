import { Box, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chart } from './chart.ts';
import { FiguresTable } from './figures-table.tsx';
import { useAmounts } from './use-amounts.ts';

const LineDrawing = lazy(() => import('./line-drawing.tsx'));
const BarDrawing = lazy(() => import('./bar-drawing.tsx'));

type Props = {
  title: string;
  /** What the places are: years, persons. */
  places: string;
  chart: Chart;
  as: 'lines' | 'areas' | 'bars';
};

/** A chart, and its text alternative: the same figures in a table that opens below it. */
export function Figure({ title, places, chart, as }: Props) {
  const { t } = useTranslation();
  const { whole } = useAmounts(chart.currency);
  const signs = new Map(chart.marks?.map(({ place, sign }) => [place, sign]));
  return (
    <Stack component="figure" m={0} gap="xs">
      <Text component="figcaption" fw={600}>
        {title}
      </Text>
      <Box aria-hidden="true">
        <Suspense fallback={<Skeleton h={300} />}>
          {as === 'bars' ? (
            <BarDrawing chart={chart} />
          ) : (
            <LineDrawing chart={chart} stacked={as === 'areas'} />
          )}
        </Suspense>
        {signs.size > 0 && (
          <Text size="xs" c="dimmed">
            {t('simulations.marks')}
          </Text>
        )}
      </Box>
      <details>
        <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
          {t('simulations.asTable')}
        </Text>
        <FiguresTable
          caption={title}
          head={[places, ...chart.series.map(({ name }) => name)]}
          rows={chart.places.map((place, i) => [
            signs.has(place) ? `${place} ${signs.get(place)}` : place,
            ...chart.series.map(({ values }) => (values[i] == null ? '–' : whole(values[i]))),
          ])}
        />
      </details>
    </Stack>
  );
}
