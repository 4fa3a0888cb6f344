import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Dates, money and numbers as the reader writes them. */
export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language), [i18n.language]);
}

function formats(language: string) {
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const withTime = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  const calendar = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    /** The day of an instant (ISO 8601). */
    date: (at: string | null) => (at ? long.format(new Date(at)) : ''),
    /** An instant (ISO 8601) to the minute. */
    instant: (at: string) => withTime.format(new Date(at)),
    /** A day of the calendar (`2026-12-01`), the same wherever it is read. */
    day: (on: string | null) => (on ? calendar.format(new Date(`${on}T00:00Z`)) : ''),
    /** How long ago an instant (ISO 8601) was. */
    ago(at: string) {
      const passed = Date.now() - Date.parse(at);
      const [unit, ms] = units.find(([, length]) => passed >= length) ?? units[2];
      return relative.format(-Math.floor(passed / ms), unit);
    },
    /** An amount in the minor unit (cents) of a currency (ISO 4217). */
    money(cents: number, currency: string) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency });
      return format.format(cents / 10 ** format.resolvedOptions().maximumFractionDigits!);
    },
    /** A share between 0 and 1. */
    percent: (share: number) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(share),
  };
}
