import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FiguresTable } from '../figures/figures-table.tsx';
import { useAmounts } from '../figures/use-amounts.ts';
import { useNames } from '../figures/use-names.ts';
import type { Simulation } from '../use-simulations.ts';

type Props = {
  simulation: Simulation;
  event: Extract<Simulation['result']['events'][number], { kind: 'donation' }>;
};

/** A planned donation as it was carried out: what was given, to whom, at its value of that year. */
export function DonationEvent({ simulation, event }: Props) {
  const { t } = useTranslation();
  const names = useNames([simulation]);
  const { whole } = useAmounts(event.currency);
  const { year, donorId, itemId, share, cents, donees, usufructReserved } = event;
  const title = t('simulations.donationTitle', { year, donor: names.person(donorId) });
  return (
    <Stack gap="xs">
      <Title order={4}>{title}</Title>
      <Text size="sm">
        {t('simulations.donationText', { share, item: names.item(itemId), amount: whole(cents) })}{' '}
        {usufructReserved && t('simulations.donationUsufruct')}
      </Text>
      <FiguresTable
        caption={t('simulations.doneesOf', { year })}
        words={1}
        head={[
          t('simulations.donee'),
          t('simulations.form'),
          t('simulations.shareOfItem'),
          t('simulations.value'),
        ]}
        rows={donees.map((donee) => [
          names.person(donee.personId),
          t(`simulations.forms.${donee.form}`),
          donee.share,
          whole(donee.cents),
        ])}
      />
    </Stack>
  );
}
