import { Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { few } from '../shell/rows.tsx';
import { useIsPrinting } from '../shell/use-is-printing.ts';
import type { DonationActions } from './donation-item.tsx';
import { DonationYear } from './donation-year.tsx';
import type { Donation } from './use-donations.ts';

const LongTimeline = lazy(async () => ({ default: (await import('./long-timeline.tsx')).LongTimeline }));

/**
 * The donations along a line, year by year, the newest first. Of many, only the years near what is in sight are in the
 * document, and all of them on paper.
 */
export function DonationTimeline({ donations, ...actions }: DonationActions & { donations: Donation[] }) {
  const isPrinting = useIsPrinting();
  const years = [...Map.groupBy(donations.toReversed(), ({ givenOn }) => givenOn.slice(0, 4))];
  if (donations.length > few && !isPrinting) {
    return (
      <Suspense>
        <LongTimeline years={years} {...actions} />
      </Suspense>
    );
  }
  return (
    <Stack gap="lg">
      {years.map(([year, given]) => (
        <DonationYear key={year} year={year} given={given} {...actions} />
      ))}
    </Stack>
  );
}
