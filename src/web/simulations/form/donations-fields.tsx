import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isDebt } from '../../../domain/words.ts';
import { DonationFields } from './donation-fields.tsx';
import { Section, type SectionProps } from './section.tsx';
import { newKey } from './values.ts';

/** The donations that are planned on the way. */
export function DonationsFields({ form, inputs }: SectionProps) {
  const { t } = useTranslation();
  const mayGive = inputs.items.some(({ kind }) => !isDebt(kind));
  const add = () =>
    form.insertListItem('donations', {
      key: newKey(),
      year: inputs.startYear + 1,
      itemId: '',
      donorId: '',
      share: '1',
      donees: [{ key: newKey(), personId: '', share: '1' }],
      usufructReserved: true,
    });
  return (
    <Section
      title={t('simulations.donations')}
      text={t(mayGive ? 'simulations.donationsText' : 'simulations.nothingToGive')}
    >
      {form.values.donations.map((donation, i) => (
        <DonationFields key={donation.key} form={form} inputs={inputs} nth={i} />
      ))}
      {mayGive && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={18} />} onClick={add}>
            {t('simulations.addDonation')}
          </Button>
        </div>
      )}
    </Section>
  );
}
