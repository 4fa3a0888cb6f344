import { minorDigits } from '../../domain/currencies.ts';

/** An amount in the minor unit as decimal digits, exactly: `-1234.50`. Digits are moved, nothing is divided. */
export function decimalText(cents: number, currency: string): Intl.StringNumericLiteral {
  const digits = minorDigits(currency);
  const text = String(Math.abs(cents)).padStart(digits + 1, '0');
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return `${cents < 0 ? '-' : ''}${amount}` as Intl.StringNumericLiteral;
}

/** An amount in the minor unit as people of a language type it, without its currency: `1.234,50`. */
export function typedAmount(cents: number, currency: string, language: string): string {
  const digits = minorDigits(currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, options).format(decimalText(cents, currency));
}

export type Amount = { cents: number } | { problem: 'not_an_amount' | 'too_many_decimals' | 'too_large' };

/** The largest amount that the API takes, in the minor unit. */
const largest = 10 ** 13;

/**
 * Reads an amount as people type it: spaces and apostrophes between thousands don't matter, nor which of dot and comma
 * stands before the decimals where that is plain. Where it isn't (`1,234`), the reader's own decimal mark decides.
 */
export function readAmount(typed: string, currency: string, language: string): Amount {
  const text = typed.replace(/[\s\u00a0\u202f'’]/gu, '');
  if (!/^\d[\d.,]*$/.test(text)) return { problem: 'not_an_amount' };
  const mark = decimalMark(text, language);
  const [whole = '', decimals = ''] = mark ? splitAtLast(text, mark) : [text];
  if (!/^(\d+|\d{1,3}([.,])\d{3}(\2\d{3})*)$/.test(whole) || !/^\d*$/.test(decimals)) {
    return { problem: 'not_an_amount' };
  }
  const digits = minorDigits(currency);
  if (decimals.length > digits) return { problem: 'too_many_decimals' };
  const cents = Number(whole.replace(/[.,]/g, '') + decimals.padEnd(digits, '0'));
  return cents > largest ? { problem: 'too_large' } : { cents };
}

/** The mark before the decimals; null where every mark stands between thousands. */
function decimalMark(text: string, language: string): '.' | ',' | null {
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1) as '.' | ',' | undefined;
  if (!last) return null;
  if (new Set(marks).size === 2) return last;
  if (marks.length > 1) return null;
  const own = new Intl.NumberFormat(language).format(0.5).includes(',') ? ',' : '.';
  return last !== own && /^\d{1,3}[.,]\d{3}$/.test(text) ? null : last;
}

const splitAtLast = (text: string, mark: string) => {
  const place = text.lastIndexOf(mark);
  return [text.slice(0, place), text.slice(place + 1)];
};
