import { Checkbox, Fieldset, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isDebt } from '../../../domain/words.ts';
import { DoneeRows } from './donee-rows.tsx';
import { RemoveEvent } from './remove-event.tsx';
import type { SectionProps } from './section.tsx';
import { usePersonOptions } from './use-person-options.ts';
import { YearField } from './year-field.tsx';

/** One planned donation: what, of whom, which part of it, to whom, when. */
export function DonationFields({ form, inputs, nth }: SectionProps & { nth: number }) {
  const { t } = useTranslation();
  const options = usePersonOptions(inputs);
  const at = `donations.${nth}` as const;
  const donation = form.values.donations[nth]!;
  const assets = inputs.items.filter(({ kind }) => !isDebt(kind));
  const ownersOf = (itemId: string) =>
    (assets.find(({ id }) => id === itemId)?.owners ?? []).filter(
      ({ form: owned, personId }) => owned === 'full' && personId !== null,
    );
  const owners = ownersOf(donation.itemId).map(({ personId }) => personId);
  const sorted = options.persons.toSorted(
    (a, b) => Number(owners.includes(b.value)) - Number(owners.includes(a.value)),
  );
  // Nothing chosen stays on top.
  const donors = [options.nothing, ...sorted.filter(({ value }) => value !== '')];
  const giveOf = (itemId: string, donorId: string) => {
    const held = ownersOf(itemId).find(({ personId }) => personId === donorId);
    if (held) form.setFieldValue(`${at}.share`, held.share);
  };
  const chooseItem = (itemId: string) => {
    form.setFieldValue(`${at}.itemId`, itemId);
    const [only, another] = ownersOf(itemId);
    const donorId = only && !another ? only.personId! : donation.donorId;
    form.setFieldValue(`${at}.donorId`, donorId);
    giveOf(itemId, donorId);
  };
  const chooseDonor = (donorId: string) => {
    form.setFieldValue(`${at}.donorId`, donorId);
    giveOf(donation.itemId, donorId);
  };
  const label = t('simulations.donationNumber', { number: nth + 1 });
  return (
    <Fieldset legend={label}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('simulations.item')}
            data={[options.nothing, ...assets.map(({ id, name }) => ({ value: id, label: name }))]}
            {...form.getInputProps(`${at}.itemId`)}
            onChange={(event) => chooseItem(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('simulations.donor')}
            data={donors}
            {...form.getInputProps(`${at}.donorId`)}
            onChange={(event) => chooseDonor(event.currentTarget.value)}
          />
          <TextInput
            label={t('simulations.shareGiven')}
            description={t('simulations.shareGivenText')}
            {...form.getInputProps(`${at}.share`)}
          />
          <YearField form={form} inputs={inputs} at={at} description={t('simulations.atTheEnd')} />
        </SimpleGrid>
        <Checkbox
          label={t('simulations.usufructReserved')}
          description={t('simulations.usufructReservedText')}
          {...form.getInputProps(`${at}.usufructReserved`, { type: 'checkbox' })}
        />
        <DoneeRows form={form} inputs={inputs} nth={nth} />
        <RemoveEvent
          label={t('simulations.removeDonation', { number: nth + 1 })}
          onRemove={() => form.removeListItem('donations', nth)}
        />
      </Stack>
    </Fieldset>
  );
}
