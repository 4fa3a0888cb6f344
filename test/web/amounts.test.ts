import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, readAmount, typedAmount } from '../../src/web/inventory/amounts.ts';

test.each([
  ['1.234.567,89', 'fr', 123_456_789],
  ['1 234 567,89', 'fr', 123_456_789],
  ['1\u202f234\u202f567,89', 'fr', 123_456_789],
  ['1,234,567.89', 'fr', 123_456_789],
  ['1234567,89', 'nl', 123_456_789],
  ['1.234', 'nl', 123_400],
  ['1,234', 'en', 123_400],
  ['12.5', 'fr', 1_250],
  ['0,07', 'fr', 7],
  ['1’234.50', 'en', 123_450],
])('%s, typed by who reads %s, is %i cents of euros', (typed, language, cents) => {
  expect(readAmount(typed, 'EUR', language)).toEqual({ cents });
});

test.each([
  ['1,234', 'fr', 'too_many_decimals'],
  ['1.23.456', 'fr', 'not_an_amount'],
  ['-5', 'fr', 'not_an_amount'],
  ['1e5', 'fr', 'not_an_amount'],
  ['', 'fr', 'not_an_amount'],
  ['100000000000,01', 'fr', 'too_large'],
])('%s, typed by who reads %s, is refused: %s', (typed, language, problem) => {
  expect(readAmount(typed, 'EUR', language)).toEqual({ problem });
});

test('every amount is read as it is written, to the last cent, in each language and kind of currency', () => {
  const amounts = fc.integer({ min: 0, max: 10 ** 13 });
  const languages = fc.constantFrom('fr', 'nl', 'en');
  fc.assert(
    fc.property(amounts, languages, fc.constantFrom('EUR', 'JPY', 'KWD'), (cents, language, currency) => {
      expect(readAmount(typedAmount(cents, currency, language), currency, language)).toEqual({ cents });
    }),
  );
});

test('debts that exceed the assets have their sign', () => {
  expect([decimalText(-5, 'EUR'), decimalText(-123_456, 'JPY')]).toEqual(['-0.05', '-123456']);
});
