import { type Share, shareIn } from '../../domain/ownership.ts';

/**
 * A share as people type it: `1/3`, `1`, or a percentage such as `33,5 %` or `50`.
 * @returns it in lowest terms, or null where it is none
 */
export function readShare(typed: string): Share | null {
  const text = typed.replace(/\s/gu, '');
  const [, whole, decimals = '', sign] = /^(\d{1,3})(?:[.,](\d{1,4}))?(%?)$/.exec(text) ?? [];
  if (whole === undefined) return shareIn(text);
  if (text === '1') return '1';
  if (decimals && !sign) return null;
  return shareIn(`${Number(whole + decimals)}/${100 * 10 ** decimals.length}`);
}

/** So many equal shares of one whole. */
export const equalShare = (count: number): Share => (count === 1 ? '1' : `1/${count}`);
