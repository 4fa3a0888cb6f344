import { v7 as uuidv7 } from 'uuid';
import type { ParentKind, UnionKind } from '../../src/domain/words.ts';
import type { Dossier } from './people.ts';
import type { World } from './world.ts';

type Person = { firstName: string; lastName: string; born: number; died: number | null };
/** A family before it is written: persons by their place in the list, the first being the holder. */
export type LargeFamily = {
  persons: Person[];
  unions: { couple: [number, number]; kind: UnionKind; from: number; to: number | null }[];
  links: { child: number; parent: number; kind: ParentKind }[];
};

const firstNames = 'Élise Benoît Chloé Damien Eva François Gaëlle Hélène Ismaël Joséphine Kévin Léonie'.split(
  ' ',
);
const lastNames = 'Dupont Martin Lambert Peeters Claes Benali Janssens Maes Lefèvre Wouters'.split(' ');

/**
 * A family as they are: four generations and more, in-laws with their own parents, second marriages with children of
 * both, single parents, adoptions, and cousins who marry. The same for the same size.
 */
export function largeFamily(size: number): LargeFamily {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const family: LargeFamily = { persons: [], unions: [], links: [] };
  const { persons, unions, links } = family;
  const add = (born: number, lastName?: string) => {
    const number = persons.length;
    persons.push({
      firstName: `${firstNames[number % firstNames.length]} ${number}`,
      lastName: lastName ?? lastNames[Math.floor(random() * lastNames.length)]!,
      born,
      died: born < 1935 ? born + 80 : null,
    });
    return number;
  };
  const room = () => persons.length < size;
  const marry = (a: number, b: number, to: number | null = null) => {
    const from = Math.max(persons[a]!.born, persons[b]!.born) + 24;
    const kind = random() < 0.75 ? 'marriage' : 'legal_cohabitation';
    unions.push({ couple: [a, b], kind, from: to === null ? from + 12 : from, to: to && from + to });
  };
  const bear = (parents: number[], after: number, kind: ParentKind = 'birth') => {
    const child = add(
      Math.max(...parents.map((parent) => persons[parent]!.born)) + after,
      persons[parents[0]!]!.lastName,
    );
    for (const parent of parents) links.push({ child, parent, kind });
    return child;
  };
  const inLaw = (born: number) => {
    const one = add(born);
    if (random() < 0.3 && persons.length + 1 < size) {
      const [father, mother] = [add(born - 28), add(born - 27)];
      marry(father, mother);
      for (const parent of [father, mother]) links.push({ child: one, parent, kind: 'birth' });
      if (room() && random() < 0.5) bear([father, mother], 31);
    }
    return one;
  };
  const queue = [add(1958, 'Dupont')];
  const cousins: number[] = [];
  for (let next = queue.shift(); next !== undefined && room(); next = queue.shift()) {
    const { born } = persons[next]!;
    if (next === 0) {
      const [father, mother] = [add(1928, 'Dupont'), add(1930)];
      marry(father, mother);
      for (const parent of [father, mother]) links.push({ child: 0, parent, kind: 'birth' });
      if (size > 20) for (const after of [31, 34]) queue.push(bear([father, mother], after));
    }
    const cousin =
      next > 0 && random() < 0.08
        ? cousins.find((other) => other !== next && Math.abs(persons[other]!.born - born) < 9)
        : undefined;
    if (cousin !== undefined) cousins.splice(cousins.indexOf(cousin), 1);
    const twice = cousin === undefined && random() < 0.2;
    const families = twice ? 2 : 1;
    for (let nth = 0; nth < families && room(); nth++) {
      const single = next > 0 && random() < 0.12;
      const partner = cousin ?? (single ? undefined : inLaw(born + 1 + nth * 3));
      if (partner !== undefined) marry(next, partner, twice && nth === 0 ? 10 : null);
      const parents = partner === undefined ? [next] : [next, partner];
      for (let i = Math.floor(random() * 3) + 1; i > 0 && room(); i--) {
        const child = bear(parents, 27 + 3 * i + 8 * nth, random() < 0.06 ? 'adoption' : 'birth');
        queue.push(child);
        if (cousin === undefined) cousins.push(child);
      }
      // The second partner brings a child along.
      if (nth === 1 && partner !== undefined && room() && random() < 0.5) queue.push(bear([partner], 24));
    }
  }
  while (room()) add(1990);
  return family;
}

/** Writes a family into a dossier; the first person is its holder. @returns the persons' ids */
export async function writeFamily(
  { owner }: Pick<World, 'owner'>,
  { id, holderId }: Pick<Dossier, 'id' | 'holderId'>,
  family: LargeFamily,
) {
  const ids = family.persons.map((_, i) => (i === 0 ? holderId : uuidv7()));
  const day = (year: number | null) => year && `${year}-05-14`;
  const row = () => ({ id: uuidv7(), dossier_id: id });
  const persons = family.persons.map(({ firstName, lastName, born, died }, i) => ({
    id: ids[i]!,
    dossier_id: id,
    first_name: firstName,
    last_name: lastName,
    birth_date: day(born),
    death_date: day(died),
  }));
  await owner`insert into persons ${owner(persons.slice(1))}`;
  await owner`insert into unions ${owner(
    family.unions.map(({ couple: [a, b], kind, from, to }) => ({
      ...row(),
      person_a: ids[a]!,
      person_b: ids[b]!,
      kind,
      start: day(from),
      end: day(to),
    })),
  )}`;
  await owner`insert into parent_links ${owner(
    family.links.map(({ child, parent, kind }) => ({
      ...row(),
      child_id: ids[child]!,
      parent_id: ids[parent]!,
      kind,
    })),
  )}`;
  return ids;
}
