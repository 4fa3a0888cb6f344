import { minorDigits } from '../../../domain/currencies.ts';

/** An amount in major units, with a dot and the currency's minor digits: `1234.50`. */
export function amountText(cents: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(cents).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * An amount as people type it, in major units, without a sign and without separators of thousands.
 * @param comma whether decimals may stand after a comma too
 * @returns it in the currency's minor unit, or a code that says why it is none
 */
export function centsIn(
  typed: string,
  currency: string,
  comma: boolean,
): number | 'not_an_amount' | 'too_many_decimals' {
  const [, whole, mark, decimals = ''] = /^(\d{1,15})(?:([.,])(\d+))?$/.exec(typed) ?? [];
  if (!whole || (mark === ',' && !comma)) return 'not_an_amount';
  const digits = minorDigits(currency);
  return decimals.length > digits ? 'too_many_decimals' : Number(whole + decimals.padEnd(digits, '0'));
}
