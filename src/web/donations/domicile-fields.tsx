import { Fieldset, NativeSelect, SimpleGrid, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { taxOf } from '../../domain/donation-dates.ts';
import { regions } from '../../domain/words.ts';
import { CountryField } from '../inventory/country-field.tsx';
import { donationBody, type TypedDonation } from './donation-body.ts';
import { TaxDates } from './tax-dates.tsx';

/** Where the donor lived when he gave, and the tax dates that follow from it and from what else was typed. */
export function DomicileFields({ form }: { form: UseFormReturnType<TypedDonation> }) {
  const { t, i18n } = useTranslation();
  const typed = form.values;
  return (
    <Fieldset legend={t('donations.form.domicile')} p={{ base: 'xs', xs: 'md' }}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CountryField label={t('donations.form.country')} {...form.getInputProps('country')} />
        {typed.country === 'BE' && (
          <NativeSelect
            label={t('donations.form.region')}
            data={[
              { value: '', label: t('donations.form.noRegion') },
              ...regions.map((value) => ({ value, label: t(`donations.regions.${value}`) })),
            ]}
            {...form.getInputProps('region')}
          />
        )}
      </SimpleGrid>
      <Text size="sm" c="dimmed" my="xs">
        {t('donations.form.domicileHelp')}
      </Text>
      {typed.givenOn && <TaxDates tax={taxOf(donationBody(typed, i18n.language))} />}
    </Fieldset>
  );
}
