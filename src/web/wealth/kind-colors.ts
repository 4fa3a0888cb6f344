import type { ItemKind } from '../../domain/words.ts';

/** The colour of a kind of item, in the drawing and beside its figures. */
export const kindColors: Record<ItemKind, string> = {
  real_estate: 'petrol.6',
  bank_account: 'blue.4',
  portfolio: 'indigo.6',
  life_insurance: 'grape.4',
  company_shares: 'lime.7',
  movable_goods: 'yellow.6',
  other_asset: 'gray.5',
  mortgage: 'orange.6',
  loan: 'red.5',
  other_debt: 'pink.4',
};
