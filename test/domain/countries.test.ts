import { getCountries } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { countries } from '../../src/domain/countries.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** What Unicode knows by two letters besides: former countries, unions and parts of countries, and codes for tests. */
const others =
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UN VD XA XB XK YD YU ZR ZZ'.split(' ');

test('the 249 countries and territories of ISO 3166-1, each once, in order', () => {
  const known = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => regions.of(code) && !others.includes(code));
  expect(countries).toEqual(known);
  expect(countries).toHaveLength(249);
});

test('every country with telephones is among them', () => {
  const missing = getCountries().filter((code) => !countries.includes(code));
  expect(missing).toEqual(['AC', 'TA', 'XK']);
});
