import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Simulation } from '../use-simulations.ts';
import { DeathEvent } from './death-event.tsx';
import { DonationEvent } from './donation-event.tsx';

type Props = { simulation: Simulation; currency: string };

/** What happens on the way, by year: donations, and who inherits at each death. */
export function Events({ simulation, currency }: Props) {
  const { t } = useTranslation();
  const { events } = simulation.result;
  return (
    <Stack component="section">
      <Title order={3}>{t('simulations.events')}</Title>
      {events.length === 0 && <Text>{t('simulations.noEvents')}</Text>}
      {events.map((event) => (
        <Card
          key={`${event.year} ${event.kind} ${event.kind === 'death' ? event.personId : JSON.stringify(event)}`}
          withBorder
        >
          {event.kind === 'death' ? (
            <DeathEvent simulation={simulation} event={event} currency={currency} />
          ) : (
            <DonationEvent simulation={simulation} event={event} />
          )}
        </Card>
      ))}
    </Stack>
  );
}
