import { expect, test } from 'vitest';
import { fieldsOf, problem, refused, routesThat, whereNothingChanges } from '../support/rejected.ts';

const { exampleOf, send } = whereNothingChanges();

// Joining a team takes a link of that kind, and opening takes an access that awaits it: bodies are judged after that.
const judged = routesThat((route) => route.body).filter((name) => !/accept$|\/open$/.test(name));

test.each(judged)('%s: unknown fields are named', async (name) => {
  const one = exampleOf(name);
  const known = JSON.stringify(one.body).slice(1, -1);
  const surprises = ['surprise', 'id', 'version', '__proto__', 'constructor'];
  for (const field of surprises.filter((name) => !Object.hasOwn(one.body!, name))) {
    const raw = `{${[known, `"${field}": {}`].filter(Boolean).join(', ')}}`;
    const answer = await send(one, { raw });
    expect([field, ...problem(answer)]).toEqual([field, ...refused(422, 'invalid')]);
    const message = 'There is no such field here.';
    expect(answer.body.errors).toEqual([{ field, code: 'unknown_field', message }]);
  }
});

const wrongValues = [null, 17, true, [], {}, '', ' ', 'x\r\ny', 'a\u0000b', 'x'.repeat(5000), '\ud800'];
const nullable = [
  ...['birthDate', 'deathDate', 'sex', 'nationality', 'country', 'region', 'language', 'central'],
  ...['regime', 'start', 'end', 'firmName', 'typeText'],
  ...['registeredOn', 'conditions', 'itemId'],
  ...['description', 'simulationId', 'until', 'message'],
];
const flags = ['registered', 'usufructReserved', 'withAccess', 'allowed'];
/** What a field may hold all the same: some may be emptied, and a secret is any text. */
const mayBe = (field: string, value: unknown) =>
  (value === null && nullable.includes(field)) ||
  (value === true && flags.includes(field)) ||
  (value === 17 && field === 'cents') ||
  (['memberIds', 'donations', 'deaths', 'persons', 'advisors'].includes(field) && Array.isArray(value)) ||
  (field === 'growth' && JSON.stringify(value) === '{}') ||
  (['horizon', 'invitationsPerHour'].includes(field) && value === 17) ||
  (/password|token/i.test(field) && typeof value === 'string');

test.each(judged)('%s: each field of a wrong type or content is named, alone', async (name) => {
  const one = exampleOf(name);
  for (const field of Object.keys(one.body!)) {
    for (const value of wrongValues.filter((wrong) => !mayBe(field, wrong))) {
      const answer = await send(one, { body: { ...one.body, [field]: value } });
      const what = `${field}: ${JSON.stringify(value).slice(0, 20)}`;
      expect([what, ...problem(answer)]).toEqual([what, ...refused(422, 'invalid')]);
      expect([...new Set(fieldsOf(answer).map((path) => path.split('.')[0]))], what).toEqual([field]);
    }
  }
});

const needed = judged.filter((name) => name.startsWith('p') && !/^patch|send-otp|reports$|start$/.test(name));

test.each(needed)('%s: what is missing is named', async (name) => {
  const answer = await send(exampleOf(name), { body: {} });
  expect(problem(answer)).toEqual(refused(422, 'invalid'));
  expect(answer.body.errors.length).toBeGreaterThan(0);
  for (const { field, code } of answer.body.errors) {
    expect(Object.keys(exampleOf(name).body!)).toContain(field);
    expect(code).toMatch(/^(required|invalid_value)$/);
  }
});

test.each(judged)('%s: a body that is no object is refused', async (name) => {
  for (const body of [[], 'text', 17, null, true]) {
    const answer = await send(exampleOf(name), { raw: JSON.stringify(body) });
    expect(problem(answer)).toEqual(refused(422, 'invalid'));
  }
});

test.each(judged)('%s: malformed JSON is 400, another content type 415, over 100 kB 413', async (name) => {
  const one = exampleOf(name);
  for (const raw of ['', '{', '{"a":1,}', "{'a': 1}", '{} {}', '\ufeff{']) {
    expect(problem(await send(one, { raw }))).toEqual(refused(400, 'malformed_json'));
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
    const answer = await send(one, { headers: { 'Content-Type': type } });
    expect(problem(answer)).toEqual(refused(415, 'not_json'));
  }
  const raw = JSON.stringify({ ...one.body, filler: 'x'.repeat(100 * 1024) });
  expect(problem(await send(one, { raw }))).toEqual(refused(413, 'body_too_large'));
});

const phones = [
  '+3225551234',
  '+33142868200',
  '0470123456',
  '+32',
  '+999123456789',
  '+3247012345',
  '+32470123456x',
];
const emails = [
  'a',
  'a@',
  '@b.test',
  'a@b',
  'a b@c.test',
  'a@b..test',
  'a@b.test\n',
  'a@b.test\r\nBcc: c@d.test',
  'a@b.test,c@d.test',
  '<a@b.test>',
  `${'a'.repeat(250)}@b.test`,
];

test.each(judged)(
  'R4: %s: an address that is none, and a number that takes no text message, is named',
  async (name) => {
    const one = exampleOf(name);
    for (const [field, values] of [
      ['phone', phones],
      ['email', emails],
    ] as const) {
      if (!one.body || !(field in one.body)) continue;
      for (const value of values) {
        const answer = await send(one, { body: { ...one.body, [field]: value } });
        expect([value, ...problem(answer)]).toEqual([value, ...refused(422, 'invalid')]);
        expect(fieldsOf(answer)).toEqual([field]);
      }
    }
  },
);

test.each<[name: string, change: object, field: string]>([
  ['post /api/dossiers/:d/family/persons', { birthDate: '2023-02-29' }, 'birthDate'],
  ['post /api/dossiers/:d/family/persons', { birthDate: '0999-01-01' }, 'birthDate'],
  ['post /api/dossiers/:d/family/persons', { deathDate: '1949-01-01' }, 'deathDate'],
  ['post /api/dossiers/:d/family/persons', { nationality: 'be' }, 'nationality'],
  ['post /api/dossiers/:d/family/persons', { country: 'FR' }, 'region'],
  ['post /api/dossiers/:d/family/unions', { end: '1999-12-30' }, 'end'],
  ['post /api/dossiers/:d/family/unions', { kind: 'cohabitation' }, 'regime'],
  ['post /api/dossiers/:d/family/unions', { personIds: [] }, 'personIds'],
  ['put /api/dossiers/:d/access-rights', { persons: [], advisors: [] }, 'persons'],
  ['put /api/dossiers/:d/access-rights', { advisors: [{ id: 'x', right: 'none' }] }, 'advisors.0.id'],
  ['put /api/dossiers/:d/team-access', { memberIds: ['x'] }, 'memberIds.0'],
  ['put /api/dossiers/:d/team-access', { memberIds: Array(501).fill('x') }, 'memberIds'],
  ['post /api/dossiers', { holder: { firstName: 'x', lastName: 'y', age: 3 } }, 'holder.age'],
  ['post /api/dossiers', { holder: { firstName: 'x' } }, 'holder.lastName'],
  ['post /api/firms/:f/onboardings/:o/start', { invitationsPerHour: 0 }, 'invitationsPerHour'],
  ['post /api/firms/:f/onboardings/:o/start', { invitationsPerHour: 0.5 }, 'invitationsPerHour'],
  ['post /api/firms/:f/onboardings/:o/start', { invitationsPerHour: 100_001 }, 'invitationsPerHour'],
  ['post /api/dossiers/:d/donations', { cents: -1 }, 'cents'],
  ['post /api/dossiers/:d/donations', { givenOn: '0001-01-01' }, 'givenOn'],
  ['patch /api/dossiers/:d/donations/:n', { donees: [{ personId: null, share: '3/2' }] }, 'donees.0.share'],
  ['patch /api/dossiers/:d/donations/:n', { country: 'FR' }, 'region'],
  ['post /api/dossiers/:d/simulations', { horizon: 0 }, 'horizon'],
  ['post /api/dossiers/:d/simulations', { horizon: 51 }, 'horizon'],
  ['post /api/dossiers/:d/simulations', { horizon: 1.5 }, 'horizon'],
  ['post /api/dossiers/:d/simulations', { inflation: '2,1' }, 'inflation'],
  ['post /api/dossiers/:d/simulations', { inflation: '50.0001' }, 'inflation'],
  ['post /api/dossiers/:d/simulations', { inflation: '1.00001' }, 'inflation'],
  ['post /api/dossiers/:d/simulations', { inflation: '1e1' }, 'inflation'],
  ['post /api/dossiers/:d/simulations', { inflation: '2\n' }, 'inflation'],
  ['post /api/dossiers/:d/simulations', { growth: { castle: '1' } }, 'growth.castle'],
  ['post /api/dossiers/:d/simulations', { growth: { loan: 1 } }, 'growth.loan'],
  ['post /api/dossiers/:d/simulations', { growth: { loan: null } }, 'growth.loan'],
  ['post /api/dossiers/:d/simulations', { donations: [{}] }, 'donations.0.share'],
  ['post /api/dossiers/:d/simulations', { donations: Array(501).fill({}) }, 'donations'],
  ['post /api/dossiers/:d/simulations', { deaths: Array(201).fill({}) }, 'deaths'],
  ['post /api/dossiers/:d/simulations', { deaths: [{ year: '2030' }] }, 'deaths.0.year'],
  ['post /api/dossiers/:d/simulations', { deaths: [{ heirs: [] }] }, 'deaths.0.heirs'],
  ...['0', '0/1', '1/0', '5/4', '-1/2', '1/2/3', '0.5', '1 / 2', ' 1', '1/1000000', '٣/٤', 1, null].map(
    (share): [string, object, string] => [
      'post /api/dossiers/:d/simulations',
      { deaths: [{ heirs: [{ share }] }] },
      'deaths.0.heirs.0.share',
    ],
  ),
  ['post /api/dossiers/:d/wealth/items', { value: { cents: -1, valuedOn: '2024-01-01' } }, 'value.cents'],
  ['post /api/dossiers/:d/wealth/items', { value: { cents: 1, valuedOn: '0001-01-01' } }, 'value.valuedOn'],
  ['post /api/dossiers/:d/wealth/items', { owners: [] }, 'owners'],
  ['patch /api/dossiers/:d/wealth/items/:i', { value: { cents: 1.5 } }, 'value.cents'],
  ['post /api/dossiers/:d/advisors', { type: 'notary' }, 'typeText'],
  ['post /api/dossiers/:d/advisors', { typeText: null }, 'typeText'],
])('%s: %j is refused', async (name, change, field) => {
  const one = exampleOf(name);
  const answer = await send(one, { body: { ...one.body, ...change } });
  expect(problem(answer)).toEqual(refused(422, 'invalid'));
  expect(fieldsOf(answer)).toContain(field);
});
