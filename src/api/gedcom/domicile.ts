import { countries } from '../../domain/countries.ts';
import type { Region } from '../../domain/words.ts';
import { lastYearIn } from './days.ts';
import type { Reading } from './reading.ts';
import type { Structure } from './structure.ts';

export type Domicile = { country: string | null; region: Region | null };

/**
 * Where a person lives, of all the residences in the record: the first without a date, or the latest; the country
 * and, in Belgium, the region of its address.
 */
export function readDomicile(person: Structure, { leftOut }: Reading): Domicile {
  const homes = person.parts.flatMap((part) => {
    const address = part.tag === 'RESI' ? part.part('ADDR') : part.tag === 'ADDR' ? part : undefined;
    const country = address?.part('CTRY');
    const date = part.part('DATE');
    const year = date ? (lastYearIn(date.text) ?? 0) : Number.POSITIVE_INFINITY;
    return address && country ? [{ part, address, country, year }] : [];
  });
  const [home] = homes.toSorted((a, b) => b.year - a.year);
  if (!home) return { country: null, region: null };
  for (const used of [home.part, home.address, home.country]) used.isUsed = true;
  const country = countryOf(home.country.text);
  if (!country) leftOut.add('unknown_country', person, home.country);
  return { country, region: country === 'BE' ? regionOf(home.address) : null };
}

/** A person's nationality. */
export function readNationality(person: Structure, { leftOut }: Reading): string | null {
  const nationality = person.take('NATI');
  if (!nationality) return null;
  const country = countryOf(nationality.text);
  if (!country) leftOut.add('unknown_country', person, nationality);
  return country;
}

let byName: Map<string, string> | undefined;
const shortNames: [name: string, code: string][] = [
  ['usa', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['holland', 'NL'],
];

/** The ISO 3166-1 code of a country that is named in French, Dutch, English or German, or by the code itself. */
export function countryOf(text: string): string | null {
  if (text.length > 100) return null;
  const code = text.trim().toUpperCase();
  if (countries.includes(code)) return code;
  byName ??= new Map([
    ...shortNames,
    ...['de', 'nl', 'fr', 'en'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      return countries.map((country) => [plain(names.of(country)!), country] as const);
    }),
  ]);
  return byName.get(plain(text)) ?? null;
}

const regionNames: [RegExp, Region][] = [
  [/bru[sx]+el/, 'brussels'],
  [/vlaams|vlaanderen|fland/, 'flanders'],
  [/wal+on/, 'wallonia'],
];

/** By the name of the region, or else by the postal code. */
function regionOf(address: Structure): Region | null {
  const state = address.part('STAE');
  const named = state && regionNames.find(([name]) => name.test(plain(state.word)));
  if (named) {
    state.isUsed = true;
    return named[1];
  }
  const code = Number(/^(?:b-?)?([1-9]\d{3})$/.exec(address.part('POST')?.word ?? '')?.[1] ?? 0);
  if (code === 0) return null;
  if (code < 1300) return 'brussels';
  return code < 1500 || (code >= 4000 && code < 8000) ? 'wallonia' : 'flanders';
}

/** Letters and single blanks alone, in lower case and without accents. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
