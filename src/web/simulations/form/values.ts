import type { Assumptions, Inputs } from '../../../domain/simulation.ts';
import { type ItemKind, isDebt, itemKinds, type OwnershipForm } from '../../../domain/words.ts';
import type { Schemas } from '../../api/client.ts';

/** What a choice of a person holds for somebody outside the family; nothing chosen yet is an empty text. */
export const outsider = 'outside';

type Part = { key: string; personId: string; share: string };
export type Heir = Part & { form: OwnershipForm };
export type Donation = {
  key: string;
  year: number | string;
  itemId: string;
  donorId: string;
  share: string;
  donees: Part[];
  usufructReserved: boolean;
};
/** `heirs`: chosen ones; empty where the default devolution says who inherits. */
export type Death = { key: string; year: number | string; personId: string; heirs: Heir[] };

/** The form as it is typed. Its fields are named as the API names those that it refuses. */
export type Values = {
  name: string;
  horizon: number | string;
  inflation: number | string;
  growth: Partial<Record<ItemKind, number | string>>;
  donations: Donation[];
  deaths: Death[];
};

let made = 0;
/** A key for a new row of the form. */
export const newKey = () => String(++made);

/** Percent a year to start from: long averages, and no promise. A debt is what it is until one says how it is paid back. */
const usual: Partial<Record<ItemKind, number>> = {
  real_estate: 2,
  bank_account: 0.5,
  portfolio: 4,
  life_insurance: 2,
  company_shares: 3,
};

/** The kinds of items that a family has, in their usual order. */
export const kindsOf = (items: { kind: ItemKind }[]) =>
  itemKinds.filter((kind) => items.some((item) => item.kind === kind));

/** What a new form begins with. */
export const startValues = (name: string, items: { kind: ItemKind }[]): Values => ({
  name,
  horizon: 20,
  inflation: 2,
  growth: Object.fromEntries(kindsOf(items).map((kind) => [kind, isDebt(kind) ? 0 : (usual[kind] ?? 0)])),
  donations: [],
  deaths: [],
});

type Known = { persons: { id: string; deathDate: string | null }[]; items: { id: string; kind: ItemKind }[] };

/** What a form begins with that starts from another simulation; whoever or whatever is gone since then is to be chosen anew. */
export function valuesFrom(
  name: string,
  { horizon, inflation, growth, donations, deaths }: Schemas['Simulation']['assumptions'],
  { persons, items }: Known,
): Values {
  const living = new Set(persons.filter(({ deathDate }) => !deathDate).map(({ id }) => id));
  const person = (id: string | null) => (id === null ? outsider : living.has(id) ? id : '');
  const item = (id: string) => (items.some((one) => one.id === id) ? id : '');
  const kinds = new Set([...kindsOf(items), ...itemKinds.filter((kind) => growth[kind] !== undefined)]);
  return {
    name,
    horizon,
    inflation: Number(inflation),
    growth: Object.fromEntries([...kinds].map((kind) => [kind, Number(growth[kind] ?? 0)])),
    donations: donations.map((donation) => ({
      ...donation,
      key: newKey(),
      itemId: item(donation.itemId),
      donorId: person(donation.donorId),
      donees: donation.donees.map(({ personId, share }) => ({
        key: newKey(),
        personId: person(personId),
        share,
      })),
    })),
    deaths: deaths.map(({ year, personId, heirs = [] }) => ({
      key: newKey(),
      year,
      personId: person(personId),
      heirs: heirs.map((heir) => ({ ...heir, key: newKey(), personId: person(heir.personId) })),
    })),
  };
}

const personIn = (chosen: string) => (chosen === outsider ? null : chosen);

/** What the form assumes, once every field of it is filled. */
export const assumptionsOf = ({ horizon, inflation, growth, donations, deaths }: Values): Assumptions => ({
  horizon: Number(horizon),
  inflation: String(inflation || 0),
  growth: Object.fromEntries(
    Object.entries(growth)
      .filter(([, percent]) => Number(percent) !== 0)
      .map(([kind, percent]) => [kind, String(percent)]),
  ),
  donations: donations.map(({ key: _, year, share: given, donees, ...donation }) => ({
    ...donation,
    share: given.trim(),
    year: Number(year),
    donees: donees.map(({ personId, share }) => ({ personId: personIn(personId), share: share.trim() })),
  })),
  deaths: deaths.map(({ year, personId, heirs }) => ({
    year: Number(year),
    personId,
    ...(heirs.length > 0
      ? {
          heirs: heirs.map(({ personId: id, form, share }) => ({
            personId: personIn(id),
            form,
            share: share.trim(),
          })),
        }
      : {}),
  })),
});

/** What the projection would be calculated from, if it were now; the year is that of the API's clock, in UTC. */
export const inputsOf = (family: Schemas['Family'], items: Schemas['WealthItem'][]): Inputs => ({
  startYear: new Date().getUTCFullYear(),
  persons: family.persons,
  unions: family.unions.map(({ personIds, ...union }) => ({
    ...union,
    personIds: personIds as [string, string],
  })),
  parents: family.parents,
  items: items.map(({ value, ...item }) => ({ ...item, ...value })),
});
