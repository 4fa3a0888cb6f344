import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The currencies most amounts are in. */
const near = ['EUR', 'USD', 'CHF', 'GBP'];

/** A currency (ISO 4217), by its name in the reader's language. */
export function CurrencyField(props: NativeSelectProps) {
  const { i18n } = useTranslation();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'currency' });
    const rest = Intl.supportedValuesOf('currency').filter((code) => !near.includes(code));
    return [...near, ...rest].map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
  }, [i18n.language]);
  return <NativeSelect {...props} data={data} />;
}
