import { Button, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { assetKinds, debtKinds, isDebt } from '../../domain/words.ts';
import type { Person } from '../family/use-family.ts';
import { AmountField } from '../inventory/amount-field.tsx';
import { CountryField } from '../inventory/country-field.tsx';
import { CurrencyField } from '../inventory/currency-field.tsx';
import { useFlawTexts } from '../shell/problem-text.ts';
import { RefusedSave } from '../shell/refused-save.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { typedItem } from './item-body.ts';
import { itemFlaws } from './item-flaws.ts';
import { OwnersFieldset } from './owners-fieldset.tsx';
import { withValuesApart } from './stale-values.ts';
import { useDescribeItem } from './use-describe-item.ts';
import type { Item } from './use-inventory.ts';
import { useSaveItem } from './use-save-item.ts';

type Props = {
  dossierId: string;
  item: Item | null;
  persons: Person[];
  onTakeTheirs: (current: Item) => void;
  onSaved: () => void;
};

const placed = (field: string) => ({ 'value.cents': 'amount', 'value.valuedOn': 'valuedOn' })[field] ?? field;

/** An asset or a debt: what it is, what it is worth or how much is owed, and whose it is. */
export function ItemForm({ dossierId, item, persons, onTakeTheirs, onSaved }: Props) {
  const { t, i18n } = useTranslation();
  const texts = useFlawTexts();
  const describe = useDescribeItem(dossierId, item?.currency ?? 'EUR');
  const holder = persons.find(({ central }) => central === 'holder') ?? persons[0];
  const form = useForm({
    initialValues: typedItem(item, holder?.id ?? '', i18n.language),
    validate: (typed) => texts(itemFlaws(typed, i18n.language)),
  });
  const save = useSaveItem(dossierId, item, onSaved);
  const isBeside = useFieldErrors(save.error, form, { placed });
  const started = form.getInitialValues();
  const kinds = (of: readonly (typeof form.values.kind)[]) =>
    of.map((value) => ({ value, label: t(`wealth.kinds.${value}`) }));
  return (
    <form noValidate onSubmit={form.onSubmit((typed) => save.mutate({ typed, started }))}>
      <Unsaved when={form.isDirty()} />
      <Stack>
        <RefusedSave<Item>
          error={save.error}
          isBeside={isBeside}
          changed={withValuesApart}
          describe={describe}
          onTakeTheirs={onTakeTheirs}
          onKeepMine={(version) => save.mutate({ typed: form.values, started, version })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('wealth.form.kind')}
            data={[
              { group: t('wealth.assets'), items: kinds(assetKinds) },
              { group: t('wealth.debts'), items: kinds(debtKinds) },
            ]}
            {...form.getInputProps('kind')}
          />
          <TextInput label={t('wealth.form.name')} data-autofocus {...form.getInputProps('name')} />
          <AmountField
            label={t(isDebt(form.values.kind) ? 'wealth.form.owed' : 'wealth.form.amount')}
            currency={form.values.currency}
            {...form.getInputProps('amount')}
          />
          <CurrencyField label={t('wealth.form.currency')} {...form.getInputProps('currency')} />
          <TextInput type="date" label={t('wealth.form.valuedOn')} {...form.getInputProps('valuedOn')} />
          <CountryField label={t('wealth.form.country')} {...form.getInputProps('country')} />
        </SimpleGrid>
        <Textarea
          label={t('wealth.form.description')}
          description={t('wealth.form.descriptionHelp')}
          autosize
          maxLength={2000}
          {...form.getInputProps('description')}
        />
        <OwnersFieldset form={form} persons={persons} />
        <Group justify="end">
          <Button type="submit" loading={save.isPending}>
            {t('wealth.form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
