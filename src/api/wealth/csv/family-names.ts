import { z } from 'zod';

/** Persons by what stands for them in a file: the full name, where nobody else has it, and the id for everybody. */
export type FamilyNames = {
  /** The id of whom a name, or an id, stands for. */
  idOf(typed: string): string | 'not_in_family' | 'ambiguous_person';
  /** The full name where it tells the person from all others in a cell; the id elsewhere. */
  nameOf(id: string): string;
};

/** Names compare without regard to case, to how accents are encoded, and to how many spaces there are. */
const comparable = (name: string) => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();

export function familyNames(persons: { id: string; firstName: string; lastName: string }[]): FamilyNames {
  const fullNames = new Map(persons.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  const byName = Map.groupBy(fullNames.keys(), (id) => comparable(fullNames.get(id)!));
  return {
    idOf(typed) {
      const id = typed.toLowerCase();
      if (z.uuid().safeParse(id).success) return fullNames.has(id) ? id : 'not_in_family';
      const [one, ...others] = byName.get(comparable(typed)) ?? [];
      if (!one) return 'not_in_family';
      return others.length > 0 ? 'ambiguous_person' : one;
    },
    nameOf(id) {
      const name = fullNames.get(id) ?? id;
      const isAlone = byName.get(comparable(name))?.length === 1;
      return isAlone && !name.includes(';') ? name : id;
    },
  };
}
