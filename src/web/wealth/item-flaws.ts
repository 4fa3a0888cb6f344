import { ownershipFlaws } from '../../domain/ownership.ts';
import { isDebt } from '../../domain/words.ts';
import { readAmount } from '../inventory/amounts.ts';
import { readShare } from '../inventory/shares.ts';
import type { Flaws } from '../shell/problem-text.ts';
import { ownersOf, type TypedItem } from './item-body.ts';

/** What is wrong with an item as it was typed, by field, as codes of `problems.fields`; by the API's own rules. */
export function itemFlaws(typed: TypedItem, language: string): Flaws {
  const amount = readAmount(typed.amount, typed.currency, language);
  const shares = typed.owners.map(({ share }) => readShare(share));
  const badShares = shares.flatMap((share, nth) => (share ? [] : [[`owners.${nth}.share`, 'not_a_share']]));
  return {
    ...(typed.name.trim() ? {} : { name: 'required' }),
    ...(typed.amount.trim()
      ? 'problem' in amount
        ? { amount: amount.problem }
        : {}
      : { amount: 'required' }),
    ...(typed.valuedOn ? {} : { valuedOn: 'required' }),
    ...(typed.valuedOn > new Date().toLocaleDateString('sv') ? { valuedOn: 'in_the_future' } : {}),
    ...Object.fromEntries(badShares),
    ...(badShares.length === 0 ? ownerFlaws(typed) : {}),
  };
}

const ownerFlaws = (typed: TypedItem): Flaws =>
  Object.fromEntries(
    ownershipFlaws(ownersOf(typed), isDebt(typed.kind)).map(({ owner, reason }) =>
      owner === null ? ['owners', reason] : [`owners.${owner}.personId`, reason],
    ),
  );
