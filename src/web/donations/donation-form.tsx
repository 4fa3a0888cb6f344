import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { donationCategories, donationForms } from '../../domain/words.ts';
import type { Person } from '../family/use-family.ts';
import { AmountField } from '../inventory/amount-field.tsx';
import { CurrencyField } from '../inventory/currency-field.tsx';
import { PersonField } from '../inventory/person-field.tsx';
import { useFlawTexts } from '../shell/problem-text.ts';
import { RefusedSave } from '../shell/refused-save.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { DomicileFields } from './domicile-fields.tsx';
import { domicileOf, typedDonation } from './donation-body.ts';
import { donationFlaws } from './donation-flaws.ts';
import { DoneesFieldset } from './donees-fieldset.tsx';
import { ItemField } from './item-field.tsx';
import { useDescribeDonation } from './use-describe-donation.ts';
import type { Donation } from './use-donations.ts';
import { useSaveDonation } from './use-save-donation.ts';

type Props = {
  dossierId: string;
  donation: Donation | null;
  persons: Person[];
  nameOf: (id: string | null) => string;
  onTakeTheirs: (current: Donation) => void;
  onSaved: () => void;
};

const placed = (field: string) => (field === 'cents' ? 'amount' : field);

/** A donation: who gave what to whom, how, and where he lived then. */
export function DonationForm({ dossierId, donation, persons, nameOf, onTakeTheirs, onSaved }: Props) {
  const { t, i18n } = useTranslation();
  const texts = useFlawTexts('donations');
  const describe = useDescribeDonation(nameOf, donation?.currency ?? 'EUR');
  const form = useForm({
    initialValues: typedDonation(donation, persons, i18n.language),
    validate: (typed) => texts(donationFlaws(typed, persons, i18n.language)),
  });
  const save = useSaveDonation(dossierId, donation, onSaved);
  const isBeside = useFieldErrors(save.error, form, { placed, of: 'donations' });
  const started = form.getInitialValues();
  const chooseDonor = (donorId: string) =>
    form.setValues({ donorId, ...domicileOf(persons.find(({ id }) => id === donorId)) });
  return (
    <form noValidate onSubmit={form.onSubmit((typed) => save.mutate({ typed, started }))}>
      <Unsaved when={form.isDirty()} />
      <Stack>
        <RefusedSave<Donation>
          error={save.error}
          isBeside={isBeside}
          describe={describe}
          onTakeTheirs={onTakeTheirs}
          onKeepMine={(version) => save.mutate({ typed: form.values, started, version })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <PersonField
            label={t('donations.form.donor')}
            persons={persons}
            data-autofocus
            {...form.getInputProps('donorId')}
            onChange={(event) => chooseDonor(event.currentTarget.value)}
          />
          <TextInput type="date" label={t('donations.form.givenOn')} {...form.getInputProps('givenOn')} />
        </SimpleGrid>
        <DoneesFieldset form={form} persons={persons} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('donations.form.category')}
            data={donationCategories.map((value) => ({ value, label: t(`donations.categories.${value}`) }))}
            {...form.getInputProps('category')}
          />
          <TextInput
            label={t('donations.form.description')}
            maxLength={200}
            {...form.getInputProps('description')}
          />
          <AmountField
            label={t('donations.form.amount')}
            currency={form.values.currency}
            {...form.getInputProps('amount')}
          />
          <CurrencyField label={t('donations.form.currency')} {...form.getInputProps('currency')} />
          <NativeSelect
            label={t('donations.form.form')}
            data={donationForms.map((value) => ({ value, label: t(`donations.forms.${value}`) }))}
            {...form.getInputProps('form')}
          />
          <ItemField dossierId={dossierId} {...form.getInputProps('itemId')} />
        </SimpleGrid>
        <Checkbox
          label={t('donations.form.registered')}
          {...form.getInputProps('registered', { type: 'checkbox' })}
        />
        {form.values.registered && (
          <TextInput
            type="date"
            maw={260}
            label={t('donations.form.registeredOn')}
            {...form.getInputProps('registeredOn')}
          />
        )}
        <Checkbox
          label={t('donations.form.usufructReserved')}
          {...form.getInputProps('usufructReserved', { type: 'checkbox' })}
        />
        <Textarea
          label={t('donations.form.conditions')}
          description={t('donations.form.conditionsHelp')}
          autosize
          maxLength={2000}
          {...form.getInputProps('conditions')}
        />
        <DomicileFields form={form} />
        <Group justify="end">
          <Button type="submit" loading={save.isPending}>
            {t('donations.form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
