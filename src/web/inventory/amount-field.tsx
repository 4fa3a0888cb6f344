import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readAmount, typedAmount } from './amounts.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value?: string;
  currency: string;
  onChange: (typed: string) => void;
};

/**
 * An amount in the reader's own format. What was typed is written out anew when the field is left, so that everybody
 * sees how it was understood; a number field would take the dot of `1.234` for the decimals'.
 */
export function AmountField({ currency, value = '', onChange, onBlur, ...rest }: Props) {
  const { i18n } = useTranslation();
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={value}
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const amount = readAmount(value, currency, i18n.language);
        if ('cents' in amount) onChange(typedAmount(amount.cents, currency, i18n.language));
        onBlur?.(event);
      }}
    />
  );
}
