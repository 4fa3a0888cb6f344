import { Box } from '@mantine/core';
import { Fragment, useRef } from 'react';
import { useLongList } from '../shell/use-long-list.ts';
import type { DonationActions } from './donation-item.tsx';
import { DonationYear } from './donation-year.tsx';
import type { Donation } from './use-donations.ts';

type Props = DonationActions & { years: [year: string, given: Donation[]][] };

/** Of a long timeline, the years near what is in sight. */
export function LongTimeline({ years, ...actions }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { seen, after, measure } = useLongList(list, {
    count: years.length,
    keyOf: (index) => years[index]![0],
    estimate: 900,
    overscan: 1,
  });
  return (
    <div ref={list}>
      {seen.map(({ index, key, before }) => (
        <Fragment key={key}>
          <div style={{ height: before }} />
          <Box ref={measure} data-index={index} pb="lg">
            <DonationYear year={years[index]![0]} given={years[index]![1]} {...actions} />
          </Box>
        </Fragment>
      ))}
      <div style={{ height: after }} />
    </div>
  );
}
