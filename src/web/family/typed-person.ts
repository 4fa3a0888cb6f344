import {
  type Central,
  type Language,
  languages,
  type Region,
  regions,
  type Sex,
  sexes,
} from '../../domain/words.ts';
import type { Schemas } from '../api/client.ts';
import type { Person } from './use-family.ts';

/** A person as typed into a form; what isn't known is empty. */
export type TypedPerson = {
  firstName: string;
  lastName: string;
  birthDate: string;
  deathDate: string;
  sex: string;
  nationality: string;
  country: string;
  region: string;
  language: string;
};

export const nobodyYet: TypedPerson = {
  firstName: '',
  lastName: '',
  birthDate: '',
  deathDate: '',
  sex: '',
  nationality: '',
  country: '',
  region: '',
  language: '',
};

export const typedOf = (person: Person): TypedPerson => ({
  firstName: person.firstName,
  lastName: person.lastName,
  birthDate: person.birthDate ?? '',
  deathDate: person.deathDate ?? '',
  sex: person.sex ?? '',
  nationality: person.nationality ?? '',
  country: person.country ?? '',
  region: person.region ?? '',
  language: person.language ?? '',
});

const oneOf = <T extends string>(words: readonly T[], typed: string): T | null =>
  words.find((word) => word === typed) ?? null;

const countryOf = (typed: string) => (typed || null) as Schemas['Country'] | null;

/** What the API takes of it; the central mark is set apart (R18). */
export const personBody = (typed: TypedPerson): Schemas['AddPerson'] & { central?: Central } => ({
  firstName: typed.firstName.trim(),
  lastName: typed.lastName.trim(),
  birthDate: typed.birthDate || null,
  deathDate: typed.deathDate || null,
  sex: oneOf<Sex>(sexes, typed.sex),
  nationality: countryOf(typed.nationality),
  country: countryOf(typed.country),
  region: typed.country === 'BE' ? oneOf<Region>(regions, typed.region) : null,
  language: oneOf<Language>(languages, typed.language),
});
