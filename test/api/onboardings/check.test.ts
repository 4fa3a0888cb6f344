import { afterAll, beforeAll, expect, test } from 'vitest';
import { everything, expectRefused, fieldErrors } from '../../support/access.ts';
import type { Answer } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { access, check, type FileLine, family, fileOf, pathOf } from '../../support/onboardings.ts';
import { type Firm, firm, member } from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let support: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
  support = await member(world, team, 'support');
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const checkedBy = (file: Parameters<typeof check>[2]) => check(manager.client, team.id, file);
const rejectedIn = ({ body }: Answer): [number, string | null, string][] =>
  body.rejected.map((one: { line: number; column: string; code: string }) => [
    one.line,
    one.column,
    one.code,
  ]);

test('a dry run says what the run would do, and writes nothing but itself', async () => {
  const before = await everything(world);
  const lines = [...family('Aubert', { manager: manager.email }), ...family('Bertrand')];
  const answer = await checkedBy(lines);
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...{ state: 'checked', version: 1, pausedBecause: null, startedAt: null, finishedAt: null },
      ...{ lines: 8, dossiers: 2, persons: 8, rights: 6, irrevocable: 4, invitations: 6 },
      ...{ rejections: 0, rejected: [], by: { id: manager.id } },
      progress: { dossiersCreated: 0, dossiersFailed: 0, invitationsSent: 0, failures: [] },
    },
  });
  const { onboardings, onboarding_lines, ...after } = await everything(world);
  expect({ ...after, onboardings: [], onboarding_lines: [] }).toEqual(before);
  expect([onboardings!.length, onboarding_lines!.length]).toEqual([1, 2]);
});

const holder: FileLine = { dossier: 'Claes', first_name: 'Jeanne', last_name: 'Claes', central: 'holder' };
const child: FileLine = { dossier: 'Claes', first_name: 'Léa', last_name: 'Claes' };
const twin = access();

test.each<[what: string, lines: FileLine[], rejected: [number, string | null, string][]]>([
  ['no dossier', [holder, { ...child, dossier: '' }], [[3, 'dossier', 'required']]],
  ['no first name', [holder, { ...child, first_name: ' ' }], [[3, 'first_name', 'required']]],
  ['no last name', [holder, { ...child, last_name: '' }], [[3, 'last_name', 'required']]],
  ['a name too long', [{ ...holder, last_name: 'x'.repeat(101) }], [[2, 'last_name', 'too_big']]],
  ['no such mark', [holder, { ...child, central: 'spouse' }], [[3, 'central', 'invalid_value']]],
  ['no such day', [holder, { ...child, birth_date: '2023-02-29' }], [[3, 'birth_date', 'invalid_format']]],
  ['no such language', [holder, { ...child, language: 'de' }], [[3, 'language', 'invalid_value']]],
  ['no such right', [holder, { ...child, ...access('write') }], [[3, 'right', 'invalid_value']]],
  ['R4: no address', [holder, { ...child, ...access(), email: '' }], [[3, 'email', 'required']]],
  ['R4: no number', [holder, { ...child, ...access(), phone: '' }], [[3, 'phone', 'required']]],
  [
    'R4: an address that is none',
    [holder, { ...child, ...access(), email: 'a@b' }],
    [[3, 'email', 'invalid_format']],
  ],
  ['R4: a landline', [holder, { ...child, ...access(), phone: '+3225551234' }], [[3, 'phone', 'not_mobile']]],
  [
    'R4: a number that is none',
    [holder, { ...child, ...access(), phone: '+32 1' }],
    [[3, 'phone', 'invalid_phone']],
  ],
  [
    'R4: an address twice in a dossier',
    [
      { ...holder, ...twin },
      { ...child, ...twin, email: twin.email.toUpperCase() },
    ],
    [[3, 'email', 'email_in_use']],
  ],
  ['a dossier without a holder', [child], [[2, 'central', 'no_holder']]],
  ['two holders', [holder, { ...child, central: 'holder' }], [[3, 'central', 'central_taken']]],
  ['a person twice', [holder, child, child], [[4, 'last_name', 'doubled_person']]],
  ['a formula', [holder, { ...child, last_name: '=1+1' }], [[3, 'last_name', 'formula']]],
  ['a formula for a number', [holder, { ...child, ...access(), phone: '+cmd' }], [[3, 'phone', 'formula']]],
  [
    'R1: a manager nobody knows',
    [{ ...holder, manager: 'x@people.test' }],
    [[2, 'manager', 'not_a_manager']],
  ],
  [
    'lines that name different managers',
    [
      { ...holder, manager: 'a@people.test' },
      { ...child, manager: 'b@people.test' },
    ],
    [
      [2, 'manager', 'not_a_manager'],
      [3, 'manager', 'other_manager'],
    ],
  ],
  [
    'of several wrong cells, each is named; of an unreadable holder nobody says that he is missing',
    [{ ...holder, birth_date: 'x', language: 'y' }, child],
    [
      [2, 'birth_date', 'invalid_format'],
      [2, 'language', 'invalid_value'],
    ],
  ],
])('rejected: %s', async (_what, lines, rejected) => {
  const answer = await checkedBy(lines);
  expect(answer).toMatchObject({ status: 201, body: { state: 'rejected', rejections: rejected.length } });
  expect(rejectedIn(answer)).toEqual(rejected);
  const path = pathOf(team.id, answer.body.id);
  const [kept] =
    await world.owner`select count(*)::int as n from onboarding_lines where onboarding_id = ${answer.body.id}`;
  expect(kept).toEqual({ n: 0 });
  await expectRefused(world, () => manager.client.post(`${path}/start`, {}), 409, 'onboarding_rejected');
});

test('rejected: a manager who is a support, one’s own access, and a dossier that the firm has', async () => {
  await manager.client.post('/api/dossiers', {
    name: 'Famille Prise',
    holder: { firstName: 'Jeanne', lastName: 'Prise' },
  });
  const answer = await checkedBy([
    ...family('famille  prise'.replace('  ', ' ')),
    { ...holder, dossier: 'Own', ...access(), email: manager.email.toUpperCase() },
    { ...holder, dossier: 'Support', manager: support.email },
  ]);
  expect(rejectedIn(answer)).toEqual([
    [2, 'dossier', 'dossier_exists'],
    [6, 'email', 'own_access'],
    [7, 'manager', 'not_a_manager'],
  ]);
});

test.each<[what: string, file: string | Buffer, error: [field: string, code: string]]>([
  ['nothing', '', ['file', 'empty']],
  ['no UTF-8', Buffer.from([0xff, 0x41]), ['file', 'not_utf8']],
  ['a spreadsheet', Buffer.from('504b0304', 'hex'), ['file', 'spreadsheet']],
  ['quotes that do not match', `${fileOf([holder])}"x`, ['line 2', 'unbalanced_quotes']],
  ['no column for the holder', 'dossier,first_name,last_name\na,b,c', ['line 1: central', 'missing_column']],
  ['an unknown column', `x,${fileOf([holder])}`, ['line 1', 'unknown_column']],
  ['too many lines', fileOf(Array(20_001).fill(child)), ['file', 'too_many_lines']],
])('a file that holds %s is refused', async (_what, file, error) => {
  const answer = await expectRefused(world, () => checkedBy(file), 422, 'bad_file');
  expect(fieldErrors(answer)).toEqual([error]);
});

test('a file over 5 MB is refused', async () => {
  await expectRefused(world, () => checkedBy('x'.repeat(5_000_001)), 413, 'file_too_large');
});

test('semicolons, a BOM, capitals, spaces and apostrophes before numbers are read; contact data without a right is not kept', async () => {
  const { email, phone } = access();
  const answer = await checkedBy(
    `\ufeffDossier;Central;First_Name;Last_Name;E\r\n`.replace(';E', ';Email;Phone;Right') +
      `Dubois ;HOLDER;Jeanne;Dubois;${email};'${phone};READ_WRITE\r\n\r\ndubois;;Tom;Dubois;no address;;\r\n`,
  );
  expect(answer.body).toMatchObject({ state: 'checked', lines: 2, dossiers: 1, persons: 2, rights: 1 });
  const [{ content }] = (await world.owner`
    select content from onboarding_lines where onboarding_id = ${answer.body.id}`) as unknown as [
    { content: object },
  ];
  expect(content).toMatchObject({
    name: 'Dubois',
    persons: [
      { email, phone },
      { email: null, phone: null },
    ],
  });
});

test('the first 1,000 rejections are told, all are counted, and the API answers others meanwhile', async () => {
  let isChecked = false;
  const checking = checkedBy(fileOf(Array(15_000).fill({ ...holder, ...access(), phone: '+3225551234' })));
  const answered = checking.then((answer) => {
    isChecked = true;
    return answer;
  });
  let meanwhile = 0;
  while (!isChecked) {
    await manager.client.get('/api/health/live');
    meanwhile++;
  }
  const { body } = await answered;
  expect([body.rejected.length, body.rejections]).toEqual([1_000, 15_000]);
  expect(meanwhile).toBeGreaterThan(10);
});

test('R17: support sees none of it, and another firm finds nothing', async () => {
  const { body } = await checkedBy(family('Verhaegen'));
  const other = (await firm(world)).admin.client;
  const own = pathOf(team.id, body.id);
  const calls = [
    ['GET', pathOf(team.id)],
    ['POST', pathOf(team.id)],
    ['GET', own],
    ['DELETE', own],
    ...['start', 'pause', 'resume'].map((call) => ['POST', `${own}/${call}`]),
  ] as [string, string][];
  const bodyOf = (method: string) => (method === 'GET' ? undefined : { surprise: 1 });
  for (const [method, path] of calls) {
    await expectRefused(world, () => support.client.call(method, path, bodyOf(method)), 403, 'not_permitted');
    await expectRefused(world, () => other.call(method, path, bodyOf(method)), 404, 'not_found');
  }
  const { body: me } = await other.get('/api/me');
  expect((await other.get(pathOf(me.team.firmId, body.id))).status).toBe(404);
});

test('the list is newest first, by pages; what was checked is deleted with its lines', async () => {
  const { body } = await checkedBy(family('Wouters'));
  const { items, nextCursor } = (await manager.client.get(`${pathOf(team.id)}?limit=1`)).body;
  expect(items.map((one: { id: string }) => one.id)).toEqual([body.id]);
  const next = (await manager.client.get(`${pathOf(team.id)}?limit=1&cursor=${nextCursor}`)).body.items;
  expect(next[0].id < body.id).toBe(true);
  const path = pathOf(team.id, body.id);
  await expectRefused(world, () => manager.client.delete(path, null), 428, 'version_needed');
  expect((await manager.client.delete(path, 1)).status).toBe(204);
  expect((await manager.client.get(path)).status).toBe(404);
  expect(await world.owner`select from onboarding_lines where onboarding_id = ${body.id}`).toHaveLength(0);
});
