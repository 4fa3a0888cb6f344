import type { Language } from '../../../domain/words.ts';

const locales: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };
const timeZone = 'Europe/Brussels';

/** Amounts, days and places as a reader of a language writes them. */
export type Format = ReturnType<typeof formatFor>;

export function formatFor(language: Language) {
  const locale = locales[language];
  const currencies = new Map<string, Intl.NumberFormat>();
  const moneyIn = (currency: string, rounded: boolean) => {
    const key = `${currency} ${rounded}`;
    const known = currencies.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      ...(rounded ? { maximumFractionDigits: 0 } : {}),
    });
    currencies.set(key, made);
    return made;
  };
  const days = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const longDays = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const collator = new Intl.Collator(locale);
  /** Noon, so that no time zone makes another day of it. */
  const noon = (day: string) => (day.length === 10 ? new Date(`${day}T12:00:00Z`) : new Date(day));

  return {
    /** An amount in the minor unit of its currency, exact. */
    money: (cents: number, currency: string) => {
      const format = moneyIn(currency, false);
      return format.format(decimal(cents, format.resolvedOptions().maximumFractionDigits!));
    },
    /** The same, rounded to whole units. */
    roundMoney: (cents: number, currency: string) => {
      const digits = moneyIn(currency, false).resolvedOptions().maximumFractionDigits!;
      return moneyIn(currency, true).format(decimal(cents, digits));
    },
    /** Whole units without the currency, from minor units. */
    units: (cents: number, currency: string) => {
      const digits = moneyIn(currency, false).resolvedOptions().maximumFractionDigits!;
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(decimal(cents, digits));
    },
    /** How many minor units make one of the currency. */
    minorUnits: (currency: string) => 10 ** moneyIn(currency, false).resolvedOptions().maximumFractionDigits!,
    compact: (units: number) =>
      new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 }).format(units),
    percent: (text: string) =>
      `${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(text as `${number}`)} %`,
    /** A day, or the day of an instant in Brussels. */
    day: (day: string) => days.format(noon(day)),
    longDay: (day: string) => longDays.format(noon(day)),
    country: (code: string) => countries.of(code) ?? code,
    compare: collator.compare,
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
