import type { Owner, Share } from './ownership.ts';
import type { ItemKind, ParentKind, UnionKind } from './words.ts';

/** The way of calculating: another one that gives other figures gets another name. */
export const engine = 'projection-1';

/** Percent a year, as a decimal text with at most four decimals: `2.1`, `-5`. */
export type Percent = string;

/** A person, or somebody outside the family. */
export type Holder = string | null;

/**
 * What is assumed. Years are calendar years: the first after the start year is the first projected one, and ends one
 * year after the inventory.
 */
export type Assumptions = {
  /** In years, 1 to 50. */
  horizon: number;
  inflation: Percent;
  /** Kinds that are left out keep their value. */
  growth: { [K in ItemKind]?: Percent | undefined };
  donations: PlannedDonation[];
  deaths: AssumedDeath[];
};

/** A part of an item that is given, out of what the donor then holds in full ownership. */
export type PlannedDonation = {
  year: number;
  itemId: string;
  donorId: string;
  /** Of the whole item. */
  share: Share;
  /** Shares of what is given: together 1. */
  donees: { personId: Holder; share: Share }[];
  /** The donor keeps the usufruct, and the donees get the bare ownership. */
  usufructReserved: boolean;
};

/** A death; without `heirs` the default devolution says who inherits. */
export type AssumedDeath = { personId: string; year: number; heirs?: Owner[] | undefined };

/** Family and inventory as they stood: with the assumptions, all that a projection is calculated from. */
export type Inputs = {
  startYear: number;
  persons: { id: string; firstName: string; lastName: string; deathDate: string | null }[];
  unions: { personIds: [string, string]; kind: UnionKind; start: string | null; end: string | null }[];
  parents: { childId: string; parentId: string; kind: ParentKind }[];
  /** `cents`: in the minor unit of the currency, on the day `valuedOn`. */
  items: {
    id: string;
    kind: ItemKind;
    name: string;
    currency: string;
    cents: number;
    valuedOn: string;
    owners: Owner[];
  }[];
};

/** Amounts in minor units, of one currency. */
export type Figures = {
  /** Assets in full ownership. */
  full: number;
  /** Assets in usufruct, at the value of the thing itself: it counts in no net figure. */
  usufruct: number;
  /** Assets in bare ownership, at the value of the thing itself. */
  bare: number;
  debts: number;
  /** Full and bare ownership less debts. */
  net: number;
  /** `net` in the money of the start year. */
  netReal: number;
};

export type PersonFigures = Figures & { personId: Holder; currency: string };

/** How things stand at the end of a year; the start year is the inventory as it stood. */
export type ProjectedYear = {
  year: number;
  /** Whoever owns or owes anything, by id, outsiders last. */
  persons: PersonFigures[];
  /** Everybody's, outsiders' too. */
  totals: (Figures & { currency: string })[];
};

/** A donation as it was carried out; shares are of the whole item. */
export type DonationEvent = {
  year: number;
  kind: 'donation';
  itemId: string;
  donorId: string;
  share: Share;
  currency: string;
  cents: number;
  usufructReserved: boolean;
  donees: { personId: Holder; form: 'full' | 'bare'; share: Share; cents: number }[];
};

export const devolutionRules = [
  'chosen',
  'spouse_and_descendants',
  'spouse',
  'descendants',
  'parents_and_siblings',
  'outside',
] as const;
/** Why these inherit: `chosen` by the assumptions, or the case of the default devolution. */
export type DevolutionRule = (typeof devolutionRules)[number];

/** A death as it was carried out, with what the person held before the deaths of that year. */
export type DeathEvent = {
  year: number;
  kind: 'death';
  personId: string;
  rule: DevolutionRule;
  heirs: Owner[];
  estate: (Omit<Figures, 'netReal'> & { currency: string })[];
};

export const notes = ['no_tax', 'no_legal_advice', 'usufruct_not_valued'] as const;

export type Result = {
  /** What the figures leave out. */
  notes: (typeof notes)[number][];
  years: ProjectedYear[];
  events: (DonationEvent | DeathEvent)[];
};

export type RefusalCode =
  | 'outside_horizon'
  | 'not_in_family'
  | 'not_in_inventory'
  | 'is_debt'
  | 'is_donor'
  | 'dead_by_then'
  | 'already_dead'
  | 'dies_twice'
  | 'not_whole'
  | 'exceeds_ownership'
  | 'amount_too_large'
  | 'projection_too_large';

/** An assumption that is impossible: its field, such as `donations.2.share`, and why. */
export type Refusal = { field: string; code: RefusalCode };
