import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Percent a year, with the reader's decimal sign. */
export function PercentField(props: NumberInputProps) {
  const { i18n } = useTranslation();
  const decimal = new Intl.NumberFormat(i18n.language).format(0.5).charAt(1);
  return (
    <NumberInput
      suffix={i18n.language === 'en' ? '%' : '\u00a0%'}
      decimalSeparator={decimal}
      allowedDecimalSeparators={[',', '.']}
      decimalScale={4}
      step={0.5}
      min={-50}
      max={50}
      {...props}
    />
  );
}
