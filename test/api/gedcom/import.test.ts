import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admit, engage, everything, expectRefused } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { gedcom, gedcomPath, importFile, onePerson, persons, preview } from '../../support/gedcom.ts';
import { dossier, firm, insider, member, person } from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const family = gedcom(`
  0 @I1@ INDI
  1 NAME Jeanne /de Ligne/
  1 SEX F
  1 BIRT
  2 DATE 31 JAN 1950
  1 NATI Belge
  1 RESI
  2 ADDR Rue Haute 1
  3 POST 1000
  3 CTRY Belgique
  0 @I2@ INDI
  1 NAME Paul /van den Berg/ Jr.
  1 SEX M
  1 BIRT
  2 DATE ABT 1948
  1 DEAT
  2 DATE 11 NOV 2011
  1 NATI NL
  0 @I3@ INDI
  1 NAME Zoé
  1 FAMC @F1@
  0 @I4@ INDI
  1 NAME Noor /van den Berg/
  1 FAMC @F1@
  2 PEDI adopted
  1 NOTE @N1@
  0 @F1@ FAM
  1 HUSB @I2@
  1 WIFE @I1@
  1 CHIL @I3@
  1 CHIL @I4@
  1 MARR
  2 DATE 1 JUN 1972
  2 PLAC Namur
  1 DIV
  2 DATE 4 MAR 1985
  0 @N1@ NOTE Adopted in Brussels`);

const nobody = {
  birthDate: null,
  deathDate: null,
  sex: null,
  nationality: null,
  country: null,
  region: null,
  language: null,
};
const persona = [
  {
    ...nobody,
    firstName: 'Jeanne',
    lastName: 'de Ligne',
    sex: 'female',
    birthDate: '1950-01-31',
    country: 'BE',
    region: 'brussels',
  },
  {
    ...nobody,
    firstName: 'Paul',
    lastName: 'van den Berg',
    sex: 'male',
    deathDate: '2011-11-11',
    nationality: 'NL',
  },
  { ...nobody, firstName: 'Zoé', lastName: '?' },
  { ...nobody, firstName: 'Noor', lastName: 'van den Berg' },
];

test('a preview says what would be added and what is left out, and writes nothing', async () => {
  const where = await dossier(manager, { couple: true });
  const before = await everything(world);
  const answer = await preview(manager, where, family);
  expect(await everything(world)).toEqual(before);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    existing: 2,
    counts: { persons: 4, unions: 1, parents: 4 },
    persons: persona.map((one, i) => ({ xref: `I${i + 1}`, ...one })),
    unions: [
      {
        xref: 'F1',
        personXrefs: ['I2', 'I1'],
        kind: 'marriage',
        regime: null,
        start: '1972-06-01',
        end: '1985-03-04',
      },
    ],
    parents: [
      { childXref: 'I3', parentXref: 'I2', kind: 'birth' },
      { childXref: 'I3', parentXref: 'I1', kind: 'birth' },
      { childXref: 'I4', parentXref: 'I2', kind: 'adoption' },
      { childXref: 'I4', parentXref: 'I1', kind: 'adoption' },
    ],
    leftOut: [
      { code: 'unknown_country', xref: 'I1', line: 10, tag: 'NATI', count: 1 },
      { code: 'name_part', xref: 'I2', line: 16, tag: 'NAME', count: 1 },
      { code: 'imprecise_date', xref: 'I2', line: 18, tag: 'BIRT', count: 1 },
      { code: 'name_incomplete', xref: 'I3', line: 24, tag: 'NAME', count: 1 },
      { code: 'no_place', xref: null, line: null, tag: 'NOTE', count: 2 },
      { code: 'no_place', xref: null, line: null, tag: 'PLAC', count: 1 },
      { code: 'no_place', xref: null, line: null, tag: 'POST', count: 1 },
    ],
  });
});

test('an import adds what its preview said, to who is there; nobody of it is central or has access (R18)', async () => {
  const where = await dossier(manager, { couple: true });
  const union = { personIds: [where.holderId, where.coHolderId], kind: 'marriage', start: '1990-01-01' };
  await manager.client.post(`${where.path}/family/unions`, union);
  const before = (await manager.client.get(`${where.path}/family`)).body;
  const [grants, records] = await Promise.all([
    world.owner`select from grants`,
    world.owner`select from records`,
  ]);
  const answer = await importFile(manager, where, family);
  expect(answer.status).toBe(201);
  const ids = new Map<string, string>(
    answer.body.ids.map(({ xref, id }: Record<string, string>) => [xref, id]),
  );
  expect(answer.body).toEqual({ persons: 4, unions: 1, parents: 4, ids: expect.any(Array) });
  expect([...ids.keys()]).toEqual(['I1', 'I2', 'I3', 'I4']);

  const rows = await world.owner`
    select first_name as "firstName", last_name as "lastName", birth_date::text as "birthDate",
      death_date::text as "deathDate", sex, nationality, country, region, language
    from persons where id = any(${[...ids.values()]}) order by id`;
  expect([...rows]).toEqual(persona);
  const after = (await manager.client.get(`${where.path}/family`)).body;
  expect(after.persons.slice(0, 2)).toEqual(before.persons);
  expect(after.unions[0]).toEqual(before.unions[0]);
  const added = after.persons.slice(2);
  expect(added.map(({ id, central, version }: Record<string, unknown>) => [id, central, version])).toEqual(
    [...ids.values()].map((id) => [id, null, 1]),
  );
  expect(after.unions[1]).toMatchObject({
    personIds: [ids.get('I2'), ids.get('I1')],
    kind: 'marriage',
    start: '1972-06-01',
    end: '1985-03-04',
    version: 1,
  });
  expect(
    after.parents.map(({ childId, parentId, kind }: Record<string, string>) => [childId, parentId, kind]),
  ).toEqual(
    [
      ['I3', 'I2', 'birth'],
      ['I3', 'I1', 'birth'],
      ['I4', 'I2', 'adoption'],
      ['I4', 'I1', 'adoption'],
    ].map(([child, parent, kind]) => [ids.get(child!), ids.get(parent!), kind]),
  );
  expect((await world.owner`select from grants`).length).toBe(grants.length);
  expect((await world.owner`select from records`).length).toBe(records.length);
});

test('the same file twice is the same persons twice: nobody is matched; with an Idempotency-Key once', async () => {
  const where = await dossier(manager);
  const count = async () => (await manager.client.get(`${where.path}/family`)).body.persons.length;
  const first = await importFile(manager, where, family, 'once');
  expect(await count()).toBe(5);
  expect((await importFile(manager, where, family, 'once')).body).toEqual(first.body);
  expect(await count()).toBe(5);
  expect((await importFile(manager, where, family)).status).toBe(201);
  expect(await count()).toBe(9);
});

test('an export downloads, in the version asked for, what an import into another dossier makes the same of', async () => {
  const [where, elsewhere] = [await dossier(manager, { couple: true }), await dossier(manager)];
  await importFile(manager, where, family);
  const file = await manager.client.get(gedcomPath(where));
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toBe('text/vnd.familysearch.gedcom; charset=utf-8');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="family.ged"');
  expect(file.headers.get('cache-control')).toBe('no-store');
  expect(file.body.toString()).toMatch(/^\ufeff0 HEAD\n1 GEDC\n2 VERS 7\.0\n[\s\S]*\n0 TRLR\n$/);
  const old = await manager.client.get(`${gedcomPath(where)}?version=5.5.1`);
  expect(old.body.toString()).toMatch(/^\ufeff0 HEAD\n1 GEDC\n2 VERS 5\.5\.1\n2 FORM LINEAGE-LINKED\n/);
  const same = await manager.client.get(`${gedcomPath(where)}?version=7`);
  expect(same.body).toEqual(file.body);
  await importFile(manager, elsewhere, file.body);
  const again = (await manager.client.get(gedcomPath(elsewhere))).body.toString();
  // Without the holder who was there before, it would be the same text.
  const textOf = (text: string) => text.replaceAll(/@\w+@/g, '@').split('\n0 ').sort();
  const holder = textOf(again).find((record) => record.includes('Dupont'));
  const added = textOf(again);
  added.splice(added.indexOf(holder!), 1);
  expect(added).toEqual(textOf(file.body.toString()));
  const unknown = await manager.client.get(`${gedcomPath(where)}?version=6`);
  expect(unknown).toMatchObject({ status: 422, body: { code: 'invalid' } });
});

test('what the database refuses in the middle leaves nothing behind', async () => {
  const where = await dossier(manager);
  await world.owner`alter table parent_links add constraint refused check (kind <> 'adoption') not valid`;
  await expectRefused(world, () => importFile(manager, where, family, 'half'), 500, 'internal');
  await world.owner`alter table parent_links drop constraint refused`;
  expect(world.breaches.splice(0)).toHaveLength(1);
  expect((await importFile(manager, where, family, 'half')).status).toBe(201);
});

describe('who may', () => {
  test('who may write the family imports and previews, who may read it exports; others are told so whatever they send', async () => {
    const where = await dossier(manager);
    const writer = await insider(world, manager, where, await person(manager, where), 'read_write');
    const reader = await insider(world, manager, where, await person(manager, where), 'read_only');
    const stranger = await member(world, await firm(world));
    for (const file of [onePerson(), 'no file', '']) {
      for (const call of [preview, importFile]) {
        await expectRefused(world, () => call(reader, where, file), 403, 'not_permitted');
        await expectRefused(world, () => call(stranger, where, file), 404, 'not_found');
      }
    }
    expect((await preview(writer, where, onePerson())).status).toBe(200);
    expect((await importFile(writer, where, onePerson())).status).toBe(201);
    for (const { client } of [writer, reader]) expect((await client.get(gedcomPath(where))).status).toBe(200);
    await expectRefused(world, () => stranger.client.get(gedcomPath(where)), 404, 'not_found');
  });

  test('R7: an advisor with read_write imports, one with read_only exports', async () => {
    const where = await dossier(manager);
    const elsewhere = await dossier(manager);
    const somebody = await insider(world, manager, elsewhere, elsewhere.holderId);
    const { id, version } = await engage(manager, where, 'read_write', somebody);
    expect((await importFile(somebody, where, onePerson())).status).toBe(201);
    expect(id && version).toBeTruthy();
    await manager.client.put(`${where.path}/access-rights/advisors/${id}`, { right: 'read_only' });
    await expectRefused(world, () => importFile(somebody, where, onePerson()), 403, 'not_permitted');
    expect((await somebody.client.get(gedcomPath(where))).status).toBe(200);
  });

  test('a family member whose access is to another dossier finds nothing', async () => {
    const [where, elsewhere] = [await dossier(manager), await dossier(manager)];
    const somebody = await insider(world, manager, elsewhere, elsewhere.holderId);
    await expectRefused(world, () => preview(somebody, where, onePerson()), 404, 'not_found');
    await admit(manager, where, await person(manager, where), somebody, 'read_only');
    await expectRefused(world, () => preview(somebody, where, onePerson()), 403, 'not_permitted');
  });
});

describe('how much', () => {
  test('a family of 2,000 is imported by one statement that writes; one person more is too many', async () => {
    const where = await dossier(manager);
    await expectRefused(world, () => importFile(manager, where, persons(2000)), 409, 'too_many');
    await expectRefused(world, () => preview(manager, where, persons(2000)), 409, 'too_many');
    const answer = await importFile(manager, where, persons(1999));
    expect(answer).toMatchObject({ status: 201, body: { persons: 1999 } });
    await expectRefused(world, () => preview(manager, where, onePerson()), 409, 'too_many');
    const { body } = await manager.client.get(`${where.path}/family`);
    expect(body.persons.map(({ firstName }: { firstName: string }) => firstName).slice(1)).toEqual(
      Array.from({ length: 1999 }, (_, i) => `Jeanne ${i}`),
    );
    expect((await manager.client.get(gedcomPath(where))).body.toString().match(/ INDI$/gm)).toHaveLength(
      2000,
    );
  });
});
