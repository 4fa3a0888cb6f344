import { defaultHeirs } from './devolution.ts';
import { type Held, tally, withParts } from './figures.ts';
import { divide, fractionOf, type Owner } from './ownership.ts';
import { countParts, endUsufructs, give, heirsAsParts, passOn } from './parts.ts';
import { type Budget, Refused } from './projection-limits.ts';
import type {
  AssumedDeath,
  Assumptions,
  DeathEvent,
  DonationEvent,
  Inputs,
  PlannedDonation,
} from './simulation.ts';

/** What is owned after something happened, and what it was. */
type Happened<E> = { items: Held[]; events: E[] };

/**
 * Carries out what is assumed for a year, in the order that `project` says.
 * @throws Refused where a donor holds less than he is to give
 */
export function carryOut(
  items: Held[],
  year: number,
  inputs: Inputs,
  { donations, deaths }: Pick<Assumptions, 'donations' | 'deaths'>,
  spend: Budget,
): Happened<DonationEvent | DeathEvent> {
  const events: (DonationEvent | DeathEvent)[] = [];
  let now = items;
  for (const [i, donation] of donations.entries()) {
    if (donation.year !== year) continue;
    const given = donate(now, donation, `donations.${i}.share`);
    now = given.items;
    events.push(...given.events);
  }
  const dying = deaths.filter((death) => death.year === year);
  if (dying.length === 0) return { items: now, events };
  const dead = new Set([
    ...inputs.persons.filter((person) => person.deathDate !== null).map((person) => person.id),
    ...deaths.filter((death) => death.year <= year).map((death) => death.personId),
  ]);
  const died = die(now, dying, inputs, dead, spend);
  return { items: died.items, events: [...events, ...died.events] };
}

function donate(items: Held[], donation: PlannedDonation, field: string): Happened<DonationEvent> {
  const { year, itemId, donorId, usufructReserved } = donation;
  const at = items.findIndex((item) => item.id === itemId);
  const item = items[at]!;
  const parts = give(item.parts, donation);
  if (!parts) throw new Refused(field, 'exceeds_ownership');
  const given = fractionOf(donation.share);
  const shares = donation.donees.map((donee) => given.mul(fractionOf(donee.share)));
  const cents = divide(item.cents, shares).map(Number);
  const event: DonationEvent = {
    year,
    kind: 'donation',
    itemId,
    donorId,
    share: given.toFraction(),
    currency: item.currency,
    cents: cents.reduce((sum, part) => sum + part, 0),
    usufructReserved,
    donees: donation.donees.map(({ personId }, j) => ({
      personId,
      form: usufructReserved ? 'bare' : 'full',
      share: shares[j]!.toFraction(),
      cents: cents[j]!,
    })),
  };
  return { items: items.with(at, withParts(item, parts)), events: [event] };
}

function die(
  items: Held[],
  dying: AssumedDeath[],
  inputs: Inputs,
  dead: ReadonlySet<string>,
  spend: Budget,
): Happened<DeathEvent> {
  const held = Map.groupBy(tally(items), (row) => row.personId);
  const ids = new Set(dying.map((death) => death.personId));
  let left = items.map((item) => {
    const parts = endUsufructs(item.parts, ids);
    return parts === item.parts ? item : withParts(item, parts);
  });
  const events = dying.map(({ personId, year, heirs: chosen }): DeathEvent => {
    const { rule, heirs } = chosen
      ? { rule: 'chosen' as const, heirs: chosen }
      : defaultHeirs(inputs, personId, dead);
    left = inherit(left, personId, heirs, spend);
    const estate = (held.get(personId) ?? []).map(({ personId: _, ...figures }) => figures);
    return { year, kind: 'death', personId, rule, heirs, estate };
  });
  return { items: left, events };
}

function inherit(items: Held[], personId: string, owners: Owner[], spend: Budget): Held[] {
  spend.parts(countParts(owners));
  const heirs = heirsAsParts(owners);
  return items.map((item) => {
    const own = item.parts.filter((part) => part.bare === personId).length;
    if (own === 0) return item;
    spend.parts(own * heirs.parts.length);
    spend.items([item]);
    return withParts(item, passOn(item.parts, personId, heirs, item.isDebt));
  });
}
