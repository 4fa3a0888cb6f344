const with0 = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const with3 = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

/**
 * How many decimals an amount of a currency has, by ISO 4217: amounts are stored in that minor unit.
 * What `Intl` gives is something else, how many decimals are usually shown (of forints, none), and differs between
 * engines and their versions.
 */
export const minorDigits = (currency: string): number =>
  with0.includes(currency) ? 0 : with3.includes(currency) ? 3 : 2;
