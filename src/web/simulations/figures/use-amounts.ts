import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../../domain/currencies.ts';

export type Amounts = ReturnType<typeof amountsIn>;

/** Amounts of one currency, from its minor unit, as the reader writes them. A projection isn't exact to the cent: whole units. */
export function useAmounts(currency: string): Amounts {
  const { i18n } = useTranslation();
  return useMemo(() => amountsIn(i18n.language, currency), [i18n.language, currency]);
}

function amountsIn(language: string, currency: string) {
  const unit = 10 ** minorDigits(currency);
  const of = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, ...options });
    // Less than half a unit below zero isn't shown as minus nothing.
    return (cents: number) => format.format(cents / unit + 0);
  };
  const whole = { maximumFractionDigits: 0, signDisplay: 'negative' } as const;
  return {
    whole: of(whole),
    /** With its sign, plus as well. */
    signed: of({ ...whole, signDisplay: 'exceptZero' }),
    /** Short, for axes: 1.2M. */
    short: of({ notation: 'compact', maximumFractionDigits: 1 }),
  };
}
