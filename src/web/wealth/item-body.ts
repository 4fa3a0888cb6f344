import { type ItemKind, isDebt, type OwnershipForm } from '../../domain/words.ts';
import type { Schemas } from '../api/client.ts';
import { readAmount, typedAmount } from '../inventory/amounts.ts';
import { readShare } from '../inventory/shares.ts';
import type { Item } from './use-inventory.ts';

/** An item as it stands in the form: everything as it was typed; an empty person is somebody outside the family. */
export type TypedItem = {
  kind: ItemKind;
  name: string;
  description: string;
  country: string;
  currency: string;
  amount: string;
  valuedOn: string;
  owners: { personId: string; form: OwnershipForm; share: string }[];
};

/** What the form of an item begins with; a new one is the holder's. */
export const typedItem = (item: Item | null, holderId: string, language: string): TypedItem => ({
  kind: item?.kind ?? 'real_estate',
  name: item?.name ?? '',
  description: item?.description ?? '',
  country: item?.country ?? '',
  currency: item?.currency ?? 'EUR',
  amount: item ? typedAmount(item.value.cents, item.currency, language) : '',
  valuedOn: item?.value.valuedOn ?? new Date().toLocaleDateString('sv'),
  owners: item?.owners.map((owner) => ({ ...owner, personId: owner.personId ?? '' })) ?? [
    { personId: holderId, form: 'full', share: '1' },
  ],
});

/** The owners as the API takes them; debts are owed in full. A share that is none stays as it was typed. */
export const ownersOf = ({ kind, owners }: Pick<TypedItem, 'kind' | 'owners'>) =>
  owners.map(({ personId, form, share }) => ({
    personId: personId || null,
    form: isDebt(kind) ? 'full' : form,
    share: readShare(share) ?? share,
  }));

/** The body that enters what was typed. */
export function itemBody(typed: TypedItem, language: string) {
  const amount = readAmount(typed.amount, typed.currency, language);
  return {
    kind: typed.kind,
    name: typed.name.trim(),
    description: typed.description.trim() || null,
    country: (typed.country as Schemas['Country']) || null,
    currency: typed.currency,
    value: { cents: 'cents' in amount ? amount.cents : Number.NaN, valuedOn: typed.valuedOn },
    owners: ownersOf(typed),
  };
}
