import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../domain/currencies.ts';
import { written } from '../../domain/french.ts';
import { decimalText } from '../inventory/amounts.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Dates, money and numbers as the reader writes them. */
export function useFormats() {
  const { t, i18n } = useTranslation();
  const justNow = t('shell.justNow');
  return useMemo(() => formats(i18n.language, justNow), [i18n.language, justNow]);
}

/** The page's language as it is written where the reader lives: English days are told apart by that. */
const regional = (language: string) =>
  navigator.languages.find((known) => known.startsWith(`${language}-`)) ?? language;

function formats(language: string, justNow: string) {
  const region = regional(language);
  const long = new Intl.DateTimeFormat(region, { dateStyle: 'long' });
  const withTime = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(region, { timeStyle: 'short' });
  const calendar = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  const say = (format: Intl.DateTimeFormat, at: Date) => written(language, format.formatToParts(at));
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    /** The day of an instant (ISO 8601). */
    date: (at: string | null) => (at ? say(long, new Date(at)) : ''),
    /** An instant (ISO 8601) to the minute. */
    instant: (at: string) => say(withTime, new Date(at)),
    /** The time of day of an instant (ISO 8601). */
    time: (at: string) => clock.format(new Date(at)),
    /** A day of the calendar (`2026-12-01`), the same wherever it is read. */
    day: (on: string | null) => (on ? say(calendar, new Date(`${on}T00:00Z`)) : ''),
    /** How long ago an instant (ISO 8601) was. */
    ago(at: string) {
      const passed = Date.now() - Date.parse(at);
      const found = units.find(([, length]) => passed >= length);
      return found ? relative.format(-Math.floor(passed / found[1]), found[0]) : justNow;
    },
    /** An amount in the minor unit (cents) of a currency (ISO 4217). */
    money(cents: number, currency: string) {
      const digits = minorDigits(currency);
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, ...options });
      return format.format(decimalText(cents, currency));
    },
    /** An amount in the minor unit of a currency, rounded to what fits beside an axis: `€1.2M`. */
    roundMoney(cents: number, currency: string) {
      const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
      return new Intl.NumberFormat(language, options).format(cents / 10 ** minorDigits(currency));
    },
    /** A share between 0 and 1. */
    percent: (share: number) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(share),
  };
}
