import { useTranslation } from 'react-i18next';
import { languages, regimes, regions, sexes, unionKinds } from '../../domain/words.ts';
import { useFormats } from '../i18n/use-formats.ts';

const known = <T extends string>(words: readonly T[], value: unknown): T | undefined =>
  words.find((word) => word === value);

/** How the value of a person's or a union's field is read: days, countries and words in the reader's language. */
export function useSaid(): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  return (field, value) => {
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
}
