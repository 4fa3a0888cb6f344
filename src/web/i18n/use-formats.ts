import { useTranslation } from 'react-i18next';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Dates as the reader writes them. Instants are ISO 8601 texts. */
export function useFormats() {
  const { i18n } = useTranslation();
  const date = (at: string | null) =>
    at ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(at)) : '';
  const ago = (at: string) => {
    const passed = Date.now() - Date.parse(at);
    const [unit, ms] = units.find(([, length]) => passed >= length) ?? units[2];
    const relative = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' });
    return relative.format(-Math.floor(passed / ms), unit);
  };
  return { date, ago };
}
