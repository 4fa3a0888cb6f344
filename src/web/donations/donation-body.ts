import type { DonationCategory, DonationForm, Region } from '../../domain/words.ts';
import type { Schemas } from '../api/client.ts';
import type { Person } from '../family/use-family.ts';
import { readAmount, typedAmount } from '../inventory/amounts.ts';
import { readShare } from '../inventory/shares.ts';
import type { Donation } from './use-donations.ts';

/** A donation as it stands in the form: everything as it was typed; an empty person is somebody outside the family. */
export type TypedDonation = {
  donorId: string;
  donees: { personId: string; share: string }[];
  givenOn: string;
  category: DonationCategory;
  description: string;
  amount: string;
  currency: string;
  form: DonationForm;
  registered: boolean;
  registeredOn: string;
  usufructReserved: boolean;
  conditions: string;
  itemId: string;
  country: string;
  region: Region | '';
};

/** Where a donor lives at present, as the form takes it. */
export const domicileOf = (donor: Person | undefined) => ({
  country: donor?.country ?? '',
  region: donor?.region ?? ('' as const),
});

const blank = {
  givenOn: '',
  category: 'money',
  description: '',
  amount: '',
  currency: 'EUR',
  form: 'notarial',
  registered: true,
  registeredOn: '',
  usufructReserved: false,
  conditions: '',
  itemId: '',
} as const;

/** What the form of a donation begins with; a new one is the holder's, who lives where he does at present. */
export function typedDonation(donation: Donation | null, persons: Person[], language: string): TypedDonation {
  const holder = persons.find(({ central }) => central === 'holder') ?? persons[0];
  const other = persons.find(({ id }) => id !== holder?.id);
  if (!donation) {
    return {
      ...blank,
      donorId: holder?.id ?? '',
      donees: [{ personId: other?.id ?? '', share: '1' }],
      ...domicileOf(holder),
    };
  }
  const { id: _, version: __, tax: ___, cents, ...rest } = donation;
  return {
    ...rest,
    donees: rest.donees.map(({ personId, share }) => ({ personId: personId ?? '', share })),
    amount: typedAmount(cents, rest.currency, language),
    registeredOn: rest.registeredOn ?? '',
    conditions: rest.conditions ?? '',
    itemId: rest.itemId ?? '',
    country: rest.country ?? '',
    region: rest.region ?? '',
  };
}

/** The donation that was typed, as the API takes it; a share that is none stays as it was typed. */
export function donationBody(typed: TypedDonation, language: string) {
  const { amount, ...rest } = typed;
  const read = readAmount(amount, rest.currency, language);
  return {
    ...rest,
    donees: rest.donees.map(({ personId, share }) => ({
      personId: personId || null,
      share: readShare(share) ?? share,
    })),
    description: rest.description.trim(),
    cents: 'cents' in read ? read.cents : Number.NaN,
    registeredOn: (rest.registered && rest.registeredOn) || null,
    conditions: rest.conditions.trim() || null,
    itemId: rest.itemId || null,
    country: (rest.country as Schemas['Country']) || null,
    region: (rest.country === 'BE' && rest.region) || null,
  };
}
