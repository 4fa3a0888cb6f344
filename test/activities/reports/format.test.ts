import { describe, expect, test } from 'vitest';
import { formatFor } from '../../../src/activities/reports/pdf/format.ts';
import type { Language } from '../../../src/domain/words.ts';
import { plain } from './read-pdf.ts';

const money = (cents: number, currency: string, language: Language) =>
  plain(formatFor(language).money(cents, currency));

describe('amounts, in the reader’s way, exact to the minor unit', () => {
  test.each<[number, string, Language, string]>([
    [123_456_789, 'EUR', 'fr', '1 234 567,89 €'],
    [123_456_789, 'EUR', 'nl', '€ 1.234.567,89'],
    [123_456_789, 'EUR', 'en', '€1,234,567.89'],
    [5, 'EUR', 'en', '€0.05'],
    [-5, 'EUR', 'en', '-€0.05'],
    [0, 'EUR', 'en', '€0.00'],
    [1_234, 'JPY', 'en', 'JP¥1,234'],
    [1_234_567, 'TND', 'en', 'TND 1,234.567'],
    [1_234, 'HUF', 'en', 'HUF 12.34'],
    [9_007_199_254_740_991, 'EUR', 'en', '€90,071,992,547,409.91'],
  ])('%d of %s in %s: %s', (cents, currency, language, shown) => {
    expect(money(cents, currency, language)).toBe(shown);
  });

  test('rounded to whole units', () => {
    expect(formatFor('en').units(149, 'EUR')).toBe('1');
    expect(formatFor('en').units(150, 'EUR')).toBe('2');
    expect(formatFor('en').units(1_499, 'TND')).toBe('1');
    expect(formatFor('en').units(12_345, 'JPY')).toBe('12,345');
  });
});

test('days, and the days of instants in Brussels', () => {
  const { day, longDay } = formatFor('fr');
  expect(day('2024-02-29')).toBe('29/02/2024');
  expect(day('1000-01-01')).toBe('01/01/1000');
  expect(day('2026-05-06T22:30:00.000Z')).toBe('07/05/2026');
  expect(longDay('2026-12-31T23:30:00.000Z')).toBe('1er janvier 2027');
});

test('percents and countries', () => {
  expect(plain(formatFor('fr').percent('-0.0001'))).toBe('-0,0001 %');
  expect(formatFor('nl').country('BE')).toBe('België');
  expect(formatFor('en').country('XK')).toBe('Kosovo');
});
