import { ownershipFlaws } from '../../domain/ownership.ts';
import { isDebt } from '../../domain/words.ts';
import { readAmount } from '../inventory/amounts.ts';
import { readShare } from '../inventory/shares.ts';
import { ownersOf, type TypedItem } from './item-body.ts';

/** What is wrong with an item as it was typed, by field, as codes of `inventory.flaws`; by the API's own rules. */
export function itemFlaws(typed: TypedItem, language: string): Record<string, string> {
  const amount = readAmount(typed.amount, typed.currency, language);
  const shares = typed.owners.map(({ share }) => readShare(share));
  const badShares = shares.flatMap((share, nth) => (share ? [] : [[`owners.${nth}.share`, 'not_a_share']]));
  return {
    ...(typed.name.trim() ? {} : { name: 'needed' }),
    ...(typed.amount.trim() ? ('problem' in amount ? { amount: amount.problem } : {}) : { amount: 'needed' }),
    ...(typed.valuedOn ? {} : { valuedOn: 'needed' }),
    ...(typed.valuedOn > new Date().toLocaleDateString('sv') ? { valuedOn: 'in_the_future' } : {}),
    ...Object.fromEntries(badShares),
    ...(badShares.length === 0 ? ownerFlaws(typed) : {}),
  };
}

const ownerFlaws = (typed: TypedItem): Record<string, string> =>
  Object.fromEntries(
    ownershipFlaws(ownersOf(typed), isDebt(typed.kind)).map(({ owner, reason }) =>
      owner === null ? ['owners', reason] : [`owners.${owner}.personId`, reason],
    ),
  );
