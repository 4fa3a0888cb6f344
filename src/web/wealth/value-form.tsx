import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AmountField } from '../inventory/amount-field.tsx';
import { readAmount, typedAmount } from '../inventory/amounts.ts';
import { useFieldText } from '../shell/problem-text.ts';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import type { WholeItem } from './use-inventory.ts';

type Value = WholeItem['value'];
type Props = {
  currency: string;
  /** The value that is corrected, or null: one of another day is added. */
  corrected: Value | null;
  isSaving: boolean;
  error: unknown;
  onSave: (value: Value) => void;
};

const today = () => new Date().toLocaleDateString('sv');
const placed = (field: string) => (field === 'value.cents' ? 'amount' : 'valuedOn');

/** What an item was worth on a day. */
export function ValueForm({ currency, corrected, isSaving, error, onSave }: Props) {
  const { t, i18n } = useTranslation();
  const text = useFieldText();
  const form = useForm({
    initialValues: {
      amount: corrected ? typedAmount(corrected.cents, currency, i18n.language) : '',
      valuedOn: corrected?.valuedOn ?? today(),
    },
    validate: {
      amount(typed) {
        const amount = readAmount(typed, currency, i18n.language);
        return 'problem' in amount ? text(typed.trim() ? amount.problem : 'required') : null;
      },
      valuedOn: (day) => (day ? (day > today() ? text('in_the_future') : null) : text('required')),
    },
  });
  useFieldErrors(error, form, { placed });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ amount, valuedOn }) => {
        const read = readAmount(amount, currency, i18n.language);
        if ('cents' in read) onSave({ cents: read.cents, valuedOn });
      })}
    >
      <Unsaved when={form.isDirty()} />
      <Group align="start" gap="sm">
        <AmountField
          flex="1 1 140px"
          label={t('wealth.history.amount', { currency })}
          currency={currency}
          {...form.getInputProps('amount')}
        />
        <TextInput
          flex="1 1 140px"
          type="date"
          label={t('wealth.form.valuedOn')}
          disabled={corrected !== null}
          {...form.getInputProps('valuedOn')}
        />
        <Button type="submit" mt={25} loading={isSaving}>
          {t(corrected ? 'wealth.history.correct' : 'wealth.history.add')}
        </Button>
      </Group>
    </form>
  );
}
