import { Stack, Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { type DonationActions, DonationItem } from './donation-item.tsx';
import type { Donation } from './use-donations.ts';

/** The donations along a line, year by year, the newest first. */
export function DonationTimeline({ donations, ...actions }: DonationActions & { donations: Donation[] }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const years = Map.groupBy(donations.toReversed(), ({ givenOn }) => givenOn.slice(0, 4));
  return (
    <Stack gap="lg">
      {[...years].map(([year, given]) => (
        <section key={year} aria-label={t('donations.year', { year })}>
          <Title order={3} size="h4" mb="sm">
            {year}
          </Title>
          <Timeline active={given.length} bulletSize={16} lineWidth={2}>
            {given.map((donation) => (
              <Timeline.Item key={donation.id}>
                <Text
                  size="sm"
                  c="dimmed"
                  mb={4}
                  component="time"
                  dateTime={donation.givenOn}
                  display="block"
                >
                  {day(donation.givenOn)}
                </Text>
                <DonationItem donation={donation} {...actions} />
              </Timeline.Item>
            ))}
          </Timeline>
        </section>
      ))}
    </Stack>
  );
}
