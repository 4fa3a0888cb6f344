import { expect, test } from 'vitest';
import { elided, written } from '../../src/domain/french.ts';

const first = new Date('2026-12-01T10:00Z');
const format = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });

test.each([
  ['fr-BE', { dateStyle: 'long' }, '1er décembre 2026'],
  ['fr', { day: 'numeric', month: 'long' }, '1er décembre'],
  ['fr-BE', { dateStyle: 'full' }, 'mardi 1er décembre 2026'],
  ['fr-BE', { dateStyle: 'long', timeStyle: 'short' }, '1er décembre 2026 à 10:00'],
  ['fr', { day: 'numeric', month: 'numeric' }, '01/12'],
  ['nl-BE', { dateStyle: 'long' }, '1 december 2026'],
  ['en-GB', { dateStyle: 'long' }, '1 December 2026'],
] as const)('the first of a month in %s, with %j, is %s', (locale, options, text) => {
  expect(written(locale, format(locale, options).formatToParts(first)).replaceAll(/\s/g, ' ')).toBe(text);
});

test('another day of a month is written as it was', () => {
  const days = ['02', '11', '21', '31'].map((day) => new Date(`2026-12-${day}T10:00Z`));
  const long = format('fr-BE', { dateStyle: 'long' });
  expect(days.map((day) => written('fr-BE', long.formatToParts(day)))).toEqual(
    days.map((day) => long.format(day)),
  );
});

test.each([
  ['L’accès de Anne Lambert', 'Anne Lambert', 'L’accès d’Anne Lambert'],
  ['Pour que Élise Dupont signe', 'Élise Dupont', 'Pour qu’Élise Dupont signe'],
  ['De Yves', 'Yves', 'D’Yves'],
  ['L’accès de Yann', 'Yann', 'L’accès de Yann'],
  ['L’accès de Bart', 'Bart', 'L’accès de Bart'],
  ['Le dossier de Anvers de Anne', 'Anne', 'Le dossier de Anvers d’Anne'],
  ['Le code Anne', 'Anne', 'Le code Anne'],
  ['Marc possède Anne', 'Anne', 'Marc possède Anne'],
])('%s, with the name %s, is said: %s', (text, name, said) => {
  expect(elided(text, [name])).toBe(said);
});
