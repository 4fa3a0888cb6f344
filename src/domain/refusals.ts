import { addUp, isWhole } from './ownership.ts';
import type { AssumedDeath, Assumptions, Inputs, PlannedDonation, Refusal } from './simulation.ts';
import { isDebt } from './words.ts';

/** What is impossible about the assumptions as they are written; what only the projection shows is not looked at. */
export function refusalsOf(inputs: Inputs, assumptions: Assumptions): Refusal[] {
  const known = knownOf(inputs, assumptions);
  return [
    ...assumptions.donations.flatMap((donation, i) => ofDonation(known, donation, `donations.${i}`)),
    ...assumptions.deaths.flatMap((death, i) => ofDeath(known, death, i)),
  ];
}

type Known = ReturnType<typeof knownOf>;

function knownOf(
  { startYear, persons, items }: Inputs,
  { horizon, deaths }: Pick<Assumptions, 'horizon' | 'deaths'>,
) {
  const byId = new Map(persons.map((person) => [person.id, person]));
  const diesIn = new Map(deaths.map(({ personId, year }) => [personId, year]));
  return {
    deaths,
    isDead: (id: string) => byId.get(id)?.deathDate != null,
    items: new Map(items.map((item) => [item.id, item])),
    year: (year: number, field: string): Refusal[] =>
      year > startYear && year <= startYear + horizon ? [] : [{ field, code: 'outside_horizon' }],
    /** Of the family, and alive at the end of a year. Outsiders are neither asked nor refused. */
    living: (id: string | null, atEndOf: number, field: string): Refusal[] => {
      if (id === null) return [];
      const person = byId.get(id);
      if (!person) return [{ field, code: 'not_in_family' }];
      const dead = person.deathDate !== null || (diesIn.get(id) ?? Number.POSITIVE_INFINITY) <= atEndOf;
      return dead ? [{ field, code: 'dead_by_then' }] : [];
    },
  };
}

function ofDonation(known: Known, donation: PlannedDonation, field: string): Refusal[] {
  const { year, itemId, donorId, donees } = donation;
  const item = known.items.get(itemId);
  const refusals: Refusal[] = [
    ...known.year(year, `${field}.year`),
    // Donations come before the deaths of their year.
    ...known.living(donorId, year - 1, `${field}.donorId`),
    ...donees.flatMap(({ personId }, j) => known.living(personId, year - 1, `${field}.donees.${j}.personId`)),
  ];
  if (!item) refusals.push({ field: `${field}.itemId`, code: 'not_in_inventory' });
  else if (isDebt(item.kind)) refusals.push({ field: `${field}.itemId`, code: 'is_debt' });
  for (const [j, { personId }] of donees.entries()) {
    if (personId === donorId) refusals.push({ field: `${field}.donees.${j}.personId`, code: 'is_donor' });
  }
  if (!addUp(donees.map((donee) => donee.share)))
    refusals.push({ field: `${field}.donees`, code: 'not_whole' });
  return refusals;
}

function ofDeath(known: Known, { personId, year, heirs }: AssumedDeath, i: number): Refusal[] {
  const field = `deaths.${i}`;
  const refusals = [
    ...known.year(year, `${field}.year`),
    ...(heirs ?? []).flatMap((heir, j) => known.living(heir.personId, year, `${field}.heirs.${j}.personId`)),
  ];
  if (known.isDead(personId)) refusals.push({ field: `${field}.personId`, code: 'already_dead' });
  else refusals.push(...known.living(personId, Number.NEGATIVE_INFINITY, `${field}.personId`));
  if (known.deaths.findIndex((death) => death.personId === personId) < i)
    refusals.push({ field: `${field}.personId`, code: 'dies_twice' });
  if (heirs && !isWhole(heirs)) refusals.push({ field: `${field}.heirs`, code: 'not_whole' });
  return refusals;
}
