import { type Language, languages, type Region, type Sex } from '../../domain/words.ts';
import { hasCome } from '../fields.ts';
import { lastYearIn, readDay } from './days.ts';
import { readDomicile, readNationality } from './domicile.ts';
import { xrefOf } from './left-out.ts';
import { readName } from './names.ts';
import type { Reading } from './reading.ts';
import type { Structure } from './structure.ts';

/** A person of a file, as the family tree would have him. */
export type FilePerson = {
  xref: string;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  deathDate: string | null;
  sex: Sex | null;
  nationality: string | null;
  country: string | null;
  region: Region | null;
  language: Language | null;
};

/** What else the file says of him, for its rules: the last year of his life that it speaks of. */
export type Life = { isDead: boolean; lastYear: number | null };

export function readPerson(record: Structure, reading: Reading): FilePerson & Life {
  const birth = record.take('BIRT');
  return {
    xref: xrefOf(record),
    ...readName(record, reading),
    birthDate: birth ? readDate(record, birth, reading) : null,
    ...readDeath(record, reading),
    sex: readSex(record, reading),
    nationality: readNationality(record, reading),
    ...readDomicile(record, reading),
    language: readLanguage(record),
    lastYear: lastYearOf(record, ['BIRT', 'CHR', 'BAPM', 'DEAT', 'BURI', 'CREM', 'RESI']),
  };
}

/** The day of an event; a date that isn't one day is left out. */
export function readDate(record: Structure, event: Structure, { leftOut }: Reading): string | null {
  const date = event.take('DATE');
  if (!date) return null;
  const read = readDay(date.text);
  if ('day' in read) return read.day;
  leftOut.add(read.code, record, event);
  return null;
}

/** The last year in the dates of some events of a record. */
export function lastYearOf(record: Structure, events: string[]): number | null {
  const years = record.all(...events).flatMap((event) => lastYearIn(event.part('DATE')?.text ?? '') ?? []);
  return years.length > 0 ? Math.max(...years) : null;
}

function readDeath(record: Structure, { leftOut }: Reading) {
  const death = record.part('DEAT');
  const isDenied = death?.word === 'n';
  if (death && !isDenied) death.isUsed = true;
  const sign = isDenied ? undefined : (death ?? record.part('BURI') ?? record.part('CREM'));
  const read = isDenied ? null : readDay(death?.take('DATE')?.text ?? '');
  if (read && 'day' in read && hasCome(read.day)) return { deathDate: read.day, isDead: true };
  if (sign) leftOut.add('death_without_day', record, sign);
  return { deathDate: null, isDead: sign !== undefined };
}

function readSex(record: Structure, { leftOut }: Reading): Sex | null {
  const sex = record.take('SEX');
  if (sex?.word === 'm') return 'male';
  if (sex?.word === 'f') return 'female';
  if (sex && sex.word !== '' && sex.word !== 'u') leftOut.add('other_sex', record, sex);
  return null;
}

/** The language that our own files have. */
function readLanguage(record: Structure): Language | null {
  const tag = record.part('_LANG');
  const language = languages.find((one) => one === tag?.word);
  if (tag && language) tag.isUsed = true;
  return language ?? null;
}
