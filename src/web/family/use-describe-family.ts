import { useTranslation } from 'react-i18next';
import { languages, regimes, regions, sexes, unionKinds } from '../../domain/words.ts';
import type en from '../i18n/en.json';
import { useFormats } from '../i18n/use-formats.ts';

const known = <T extends string>(words: readonly T[], value: unknown): T | undefined =>
  words.find((word) => word === value);

type Field = keyof (typeof en)['family']['fields'];

/** Says what stands in a field of a person or a union, in the reader's words: for what somebody else has changed meanwhile. */
export function useDescribeFamily() {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const read = (field: string, value: unknown): string => {
    if (value == null || value === '') return t('family.unknown');
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
    if (field === 'nationality' || field === 'country')
      return new Intl.DisplayNames(i18n.language, { type: 'region' }).of(text) ?? text;
    const [sex, language, region] = [known(sexes, value), known(languages, value), known(regions, value)];
    if (field === 'sex' && sex) return t(`family.sexes.${sex}`);
    if (field === 'language' && language) return t(`family.languages.${language}`);
    if (field === 'region' && region) return t(`family.regions.${region}`);
    const [kind, regime] = [known(unionKinds, value), known(regimes, value)];
    if (field === 'kind' && kind) return t(`family.unionKinds.${kind}`);
    if (field === 'regime' && regime) return t(`family.regimes.${regime}`);
    if (field === 'central' && (value === 'holder' || value === 'co_holder')) return t(`roles.${value}`);
    return text;
  };
  return (field: string, value: unknown) => ({
    label: t(`family.fields.${field as Field}`),
    text: read(field, value),
  });
}
