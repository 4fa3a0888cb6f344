import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countries } from '../../domain/countries.ts';

/** The countries most of it is in. */
const near = ['BE', 'FR', 'LU', 'NL', 'DE', 'CH', 'GB', 'ES', 'IT'];

/** A country (ISO 3166-1), or none, by its name in the reader's language. */
export function CountryField(props: NativeSelectProps) {
  const { t, i18n } = useTranslation();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
    const named = (code: string) => ({ value: code, label: names.of(code) ?? code });
    const rest = countries.filter((code) => !near.includes(code)).map(named);
    return [...near.map(named), ...rest.sort((a, b) => a.label.localeCompare(b.label, i18n.language))];
  }, [i18n.language]);
  return <NativeSelect {...props} data={[{ value: '', label: t('inventory.noCountry') }, ...data]} />;
}
