import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { Union } from './use-family.ts';

/** A union in words: 'Marriage, separation of property, since 19 June 1982'. */
export function useUnionText(): (union: Union) => string {
  const { t } = useTranslation();
  const { day } = useFormats();
  return ({ kind, regime, start, end }) => {
    const [from, to] = [day(start), day(end)];
    const when =
      start && end
        ? t('family.fromTo', { from, to })
        : start
          ? t('family.since', { from })
          : end && t('family.until', { to });
    return [t(`family.unionKinds.${kind}`), regime && t(`family.regimes.${regime}`), when]
      .filter(Boolean)
      .join(', ');
  };
}
