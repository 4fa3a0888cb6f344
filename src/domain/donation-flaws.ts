import { addUp, type Share } from './ownership.ts';
import type { Region } from './words.ts';

/** A donation as the rules of what can be see it. Days are ISO 8601. */
export type PossibleDonation = {
  donorId: string;
  donees: { personId: string | null; share: Share }[];
  givenOn: string;
  registered: boolean;
  registeredOn: string | null;
  country: string | null;
  region: Region | null;
};

/** A person of the family: the days of his life, null where they aren't known. */
export type Living = { id: string; birthDate: string | null; deathDate: string | null };

/** What is wrong with a donation, and in which field: `donees.0.personId`. */
export type DonationFlaw = { field: string; reason: DonationFlawReason };
export type DonationFlawReason =
  | 'not_in_family'
  | 'donor'
  | 'repeated'
  | 'not_whole'
  | 'before_birth'
  | 'after_death'
  | 'unborn_then'
  | 'dead_then'
  | 'not_registered'
  | 'before_gift'
  | 'only_in_belgium';

/** Everything that keeps a donation from being one; a day of a life that isn't known is taken to fit. */
export function flawsOfDonation(donation: PossibleDonation, family: Living[]): DonationFlaw[] {
  const byId = new Map(family.map((person) => [person.id, person]));
  return [
    ...flawsOfDonor(donation, byId),
    ...flawsOfDonees(donation, byId),
    ...flawsOfRegistration(donation),
    ...(donation.region && donation.country !== 'BE' ? [flaw('region', 'only_in_belgium')] : []),
  ];
}

const flaw = (field: string, reason: DonationFlawReason): DonationFlaw => ({ field, reason });

function flawsOfDonor({ donorId, givenOn }: PossibleDonation, byId: Map<string, Living>): DonationFlaw[] {
  const donor = byId.get(donorId);
  if (!donor) return [flaw('donorId', 'not_in_family')];
  if (donor.birthDate && givenOn < donor.birthDate) return [flaw('givenOn', 'before_birth')];
  if (donor.deathDate && givenOn > donor.deathDate) return [flaw('givenOn', 'after_death')];
  return [];
}

function flawsOfDonees(
  { donorId, donees, givenOn }: PossibleDonation,
  byId: Map<string, Living>,
): DonationFlaw[] {
  const ids = donees.map((donee) => donee.personId);
  const reasonOf = (id: string | null, nth: number): DonationFlawReason | undefined => {
    if (ids.indexOf(id) < nth) return 'repeated';
    if (id === null) return undefined;
    if (id === donorId) return 'donor';
    const donee = byId.get(id);
    if (!donee) return 'not_in_family';
    if (donee.birthDate && givenOn < donee.birthDate) return 'unborn_then';
    if (donee.deathDate && givenOn > donee.deathDate) return 'dead_then';
    return undefined;
  };
  return [
    ...ids.flatMap((id, nth) => {
      const reason = reasonOf(id, nth);
      return reason ? [flaw(`donees.${nth}.personId`, reason)] : [];
    }),
    ...(addUp(donees.map((donee) => donee.share)) ? [] : [flaw('donees', 'not_whole')]),
  ];
}

function flawsOfRegistration({ givenOn, registered, registeredOn }: PossibleDonation): DonationFlaw[] {
  if (!registeredOn) return [];
  if (!registered) return [flaw('registeredOn', 'not_registered')];
  return registeredOn < givenOn ? [flaw('registeredOn', 'before_gift')] : [];
}
