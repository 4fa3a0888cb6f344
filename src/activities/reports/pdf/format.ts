import { minorDigits } from '../../../domain/currencies.ts';
import { written } from '../../../domain/french.ts';
import { timeZone } from '../../../domain/until.ts';
import type { Language } from '../../../domain/words.ts';

const locales: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };

/** Amounts, days and places as a reader of a language writes them. */
export type Format = ReturnType<typeof formatFor>;

export function formatFor(language: Language) {
  const locale = locales[language];
  const currencies = new Map<string, Intl.NumberFormat>();
  /** A number of decimals: the currency's own, since `Intl` shows fewer of some. */
  const moneyIn = (currency: string, digits: number) => {
    const key = `${currency} ${digits}`;
    const options = {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    };
    const format = currencies.get(key) ?? new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions);
    currencies.set(key, format);
    return format;
  };
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    maximumFractionDigits: 4,
  });
  const days = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const longDays = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  /** Noon, so that no time zone makes another day of it. */
  const noon = (day: string) => (day.length === 10 ? new Date(`${day}T12:00:00Z`) : new Date(day));

  return {
    /** An amount in the minor unit of its currency, exact. */
    money: (cents: number, currency: string) =>
      moneyIn(currency, minorDigits(currency)).format(decimal(cents, minorDigits(currency))),
    /** An amount rounded to whole units, without its currency. */
    units: (cents: number, currency: string) => whole.format(decimal(cents, minorDigits(currency))),
    /** A number of units, short: 1.2 m. */
    compact: (units: number) => compact.format(units),
    /** Percent, as a decimal text. */
    percent: (text: string) => percents.format(text as Intl.StringNumericLiteral),
    /** A day, or the day of an instant in Brussels. */
    day: (day: string) => days.format(noon(day)),
    longDay: (day: string) => written(language, longDays.formatToParts(noon(day))),
    country: (code: string) => countries.of(code) ?? code,
    list: (items: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
}

/** Minor units as a decimal text, which `Intl` formats without rounding. */
function decimal(cents: number, digits: number): Intl.StringNumericLiteral {
  const text = String(Math.abs(cents)).padStart(digits + 1, '0');
  const split = text.length - digits;
  const fraction = digits > 0 ? `.${text.slice(split)}` : '';
  return `${cents < 0 ? '-' : ''}${text.slice(0, split)}${fraction}` as Intl.StringNumericLiteral;
}
