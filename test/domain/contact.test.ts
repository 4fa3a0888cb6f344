import { describe, expect, it } from 'vitest';
import { Email } from '../../src/api/fields.ts';
import { maskedPhone, mobileNumber } from '../../src/domain/contact.ts';
import { isEmail, maskedEmail, normalEmail } from '../../src/domain/email.ts';

/** [country, calling code, as typed, E.164] */
const mobiles = [
  ['BE', '32', '+32 470 12 34 56', '+32470123456'],
  ['BE', '32', '+32 (0)470 12 34 56', '+32470123456'],
  ['BE', '32', '+32 0470 12 34 56', '+32470123456'],
  ['BE', '32', '+32/470/12.34.56', '+32470123456'],
  ['BE', '32', '  +32-485-76-54-32 ', '+32485765432'],
  ['BE', '32', '+32499000001', '+32499000001'],
  ['FR', '33', '+33 6 12 34 56 78', '+33612345678'],
  ['FR', '33', '+33 (0)6 12 34 56 78', '+33612345678'],
  ['FR', '33', '+33.7.56.78.90.12', '+33756789012'],
  ['NL', '31', '+31 6 12345678', '+31612345678'],
  ['NL', '31', '+31 (0)6 55 44 33 22', '+31655443322'],
  ['LU', '352', '+352 621 123 456', '+352621123456'],
  ['LU', '352', '+352 661 123 456', '+352661123456'],
  ['LU', '352', '+352691123456', '+352691123456'],
  ['DE', '49', '+49 151 23456789', '+4915123456789'],
  ['DE', '49', '+49 (0)160 1234567', '+491601234567'],
  ['DE', '49', '+49 170 1234567', '+491701234567'],
  ['UK', '44', '+44 7400 123456', '+447400123456'],
  ['UK', '44', '+44 (0)7911 123456', '+447911123456'],
  // The United States don't tell mobile from fixed numbers.
  ['US', '1', '+1 201 555 0123', '+12015550123'],
  ['US', '1', '+1 (415) 555-2671', '+14155552671'],
  ['US', '1', '+1-212-456-7890', '+12124567890'],
] as const;

const notMobile = [
  ['a landline of Brussels', '+32 2 555 12 12'],
  ['a landline of Paris', '+33 1 42 68 53 00'],
  ['a French number of a box', '+33 9 72 34 56 78'],
  ['a landline of Amsterdam', '+31 20 123 4567'],
  ['a landline of Luxembourg', '+352 27 12 34 56'],
  ['a landline of Berlin', '+49 30 123456'],
  ['a landline of London', '+44 20 7946 0958'],
  ['a British pager', '+44 7640 123456'],
  ['a Dutch internet number', '+31 85 123 4567'],
  ['a Belgian freephone number', '+32 800 12 345'],
  ['an American freephone number', '+1 800 234 5678'],
  ['a French premium number', '+33 8 92 70 12 34'],
] as const;

const garbage = [
  '',
  ' ',
  '+',
  '+32',
  '+0',
  'phone',
  'jeanne@example.com',
  '0470 12 34 56',
  '470123456',
  '+32 470 12 34',
  '+32 470 12 34 56 78',
  '+32 47O 12 34 56',
  '++32470123456',
  '+999 123456789',
  '+1 555 555 5555',
  '+32470123456+33612345678',
  '+32470123456\n+33612345678',
  '+32 470 12 34 56 or +33 6 12 34 56 78',
  'x'.repeat(300),
];

describe('R4: phone numbers', () => {
  it.each(mobiles)('%s +%s: %j is %s', (_country, _code, typed, phone) => {
    expect(mobileNumber(typed)).toEqual({ phone });
  });

  it('a number once normal stays as it is', () => {
    for (const [, , , phone] of mobiles) expect(mobileNumber(phone)).toEqual({ phone });
  });

  it.each(notMobile)('%s is refused: %j', (_what, typed) => {
    expect(mobileNumber(typed)).toEqual({ problem: 'not_mobile' });
  });

  it.each(garbage)('%j is no number', (typed) => {
    expect(mobileNumber(typed)).toEqual({ problem: 'invalid_phone' });
  });

  it.each([
    'Jeanne +32 470 12 34 56',
    '+32 470 12 34 56 bis',
    '<script>+32470123456',
    'https://example.com/+32470123456',
  ])('a text that holds a number is no number: %j', (typed) => {
    expect(mobileNumber(typed)).toEqual({ problem: 'invalid_phone' });
  });
});

describe('e-mail addresses', () => {
  const long = `${'a'.repeat(242)}@example.com`;

  it.each(['jeanne@example.com', 'Jeanne@Example.COM', 'a.b+c@mail.example.be', "o'neil@example.com", long])(
    '%s is one',
    (typed) => {
      expect(isEmail(typed)).toBe(true);
      expect(Email.parse(typed)).toBe(normalEmail(typed));
    },
  );

  it.each([
    '',
    '@',
    'jeanne',
    'jeanne@',
    'jeanne@example',
    'jeanne@example.c',
    'jeanne@-example.com',
    'jeanne.@example.com',
    '.jeanne@example.com',
    'jeanne@example..com',
    'je anne@example.com',
    'jeanne@example.com ',
    'jeanne@a@example.com',
    'élodie@exemple.fr',
    `a${long}`,
  ])('%j is none, for the page as for the API', (typed) => {
    expect(isEmail(typed)).toBe(false);
    expect(Email.safeParse(typed).success).toBe(false);
  });
});

describe('R4: e-mail addresses compare case-insensitively', () => {
  it.each([
    ['Jeanne@Example.COM', 'jeanne@example.com'],
    ['ÉLODIE@exemple.fr', 'élodie@exemple.fr'],
    ['a.b+c@example.com', 'a.b+c@example.com'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(normalEmail(typed)).toBe(kept);
    expect(normalEmail(kept)).toBe(kept);
  });
});

describe('masks', () => {
  it.each([
    ['jeanne@example.com', 'j•••@example.com'],
    ['a@example.com', 'a•••@example.com'],
    ['jeanne.van.den.berghe+dossier@example.com', 'j•••@example.com'],
    ['élodie@exemple.fr', 'é•••@exemple.fr'],
    ['"a@b"@example.com', '"•••@example.com'],
    ["o'neil@example.com", 'o•••@example.com'],
  ])('%s shows its first letter, whatever its length: %s', (email, masked) => {
    expect(maskedEmail(email)).toBe(masked);
  });

  it.each(mobiles)(
    '%s +%s: of %j shows no more than the calling code and the last two digits',
    (_country, code, _typed, phone) => {
      const masked = maskedPhone(phone);
      expect(masked).toContain('•••');
      const end = phone.slice(-2);
      expect([code + end, end]).toContain(masked.replace(/\D/gu, ''));
    },
  );
});
