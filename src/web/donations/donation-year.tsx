import { Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { type DonationActions, DonationItem } from './donation-item.tsx';
import type { Donation } from './use-donations.ts';

type Props = DonationActions & { year: string; given: Donation[] };

/** The donations of a year along a line. */
export function DonationYear({ year, given, ...actions }: Props) {
  const { t } = useTranslation();
  const { day } = useFormats();
  return (
    <section aria-label={t('donations.year', { year })}>
      <Title order={3} size="h4" mb="sm">
        {year}
      </Title>
      <Timeline active={given.length} bulletSize={16} lineWidth={2}>
        {given.map((donation) => (
          <Timeline.Item key={donation.id}>
            <Text size="sm" c="dimmed" mb={4} component="time" dateTime={donation.givenOn} display="block">
              {day(donation.givenOn)}
            </Text>
            <DonationItem donation={donation} {...actions} />
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
