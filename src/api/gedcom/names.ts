import { parseNameParts } from 'read-gedcom';
import type { Reading } from './reading.ts';
import type { Structure } from './structure.ts';

/** What stands in the place of a first or last name that the file doesn't have. */
const unknownName = '?';

/** The longest first or last name, as the API's `Name` has it. */
const longest = 100;

/**
 * A person's first and last name, from the record's first `NAME`. Its own line has the last name between slashes,
 * with its particle; the lines under it repeat the parts, or say what that line can't.
 */
export function readName(person: Structure, { file, errors, leftOut }: Reading) {
  const name = person.take('NAME');
  const first = name ? firstNameIn(name) : '';
  const last = name ? lastNameIn(name) : '';
  if (!first || !last) leftOut.add('name_incomplete', person, name ?? person);
  if (name && (hasMore(name) || hasControls(name))) leftOut.add('name_part', person, name);
  const { line } = name ?? person;
  if (Math.max(first.length, last.length) > longest) errors.add(line, 'name_too_long');
  if (!file.isWhole && (first + last).includes('\ufffd')) errors.add(line, 'not_decodable');
  return { firstName: first || unknownName, lastName: last || unknownName };
}

function firstNameIn(name: Structure): string {
  const given = part(name, 'GIVN');
  const [before, last, after] = partsOf(name);
  if (given.includes('/') || (given && last === undefined)) return given;
  const [title, particle, nick] = [part(name, 'NPFX'), part(name, 'SPFX'), part(name, 'NICK')];
  let first = before ?? '';
  if (title && startsWith(first, title)) first = first.slice(title.length).trim();
  if (particle && endsWith(first, particle)) first = first.slice(0, -particle.length).trim();
  if (nick) first = oneLine(first.replace(`"${nick}"`, ' ').replaceAll(/ {2,}/g, ' '));
  const surname = part(name, 'SURN');
  if (last === undefined && surname && endsWith(first, surname))
    return first.slice(0, -surname.length).trim();
  // Hungarian, Chinese and other names have the last name first.
  return first || given || (isSuffix(after) ? '' : (after ?? ''));
}

function lastNameIn(name: Structure): string {
  const surname = part(name, 'SURN');
  const [, between] = partsOf(name);
  const last = surname.includes('/') ? surname : between || surname;
  const particle = part(name, 'SPFX');
  return particle && last && !startsWith(last, particle) ? `${particle} ${last}` : last;
}

/** Whether the name has a title before it or an addition after it. */
function hasMore(name: Structure): boolean {
  const [before, , after] = partsOf(name);
  return Boolean(part(name, 'NPFX') || part(name, 'NSFX') || (after && (before || isSuffix(after))));
}

/** Whether it has characters that no name has here; ends of lines and tabs are blanks. */
const hasControls = (name: Structure): boolean =>
  [name, ...name.parts].some(({ text }) => /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}]/u.test(text.slice(0, 1000)));

const isSuffix = (text: string | undefined) => !text || /^,|^(jr|sr|[ivx]+)\b/i.test(text);

/** What stands before, between and after the slashes of the name's line; without slashes all of it is before. */
function partsOf(name: Structure): (string | undefined)[] {
  const line = oneLine(name.text);
  return (parseNameParts(line) ?? [line.replaceAll('/', ' ')]).map((text) => text?.trim());
}

const part = (name: Structure, tag: string) => oneLine(name.take(tag)?.text ?? '');
/** Without line ends and the like; of a text that is no name its beginning, which is too long all the same. */
const oneLine = (text: string) =>
  text
    .slice(0, 1000)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
const startsWith = (text: string, start: string) => text.toLowerCase().startsWith(`${start.toLowerCase()} `);
const endsWith = (text: string, end: string) => ` ${text}`.toLowerCase().endsWith(` ${end.toLowerCase()}`);
