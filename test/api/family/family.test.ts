import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admit, everything, expectRefused, fieldErrors } from '../../support/access.ts';
import { type Dossier, dossier, firm, insider, member, person, type Somebody } from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* The family structure over HTTP: persons, unions, parents; who writes it is the rule table's family column. */

let world: World;
let manager: Somebody;
let cousin: Somebody;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(() => world.close());

const at = ({ path }: Dossier, kind: string, id = '') => `${path}/family/${kind}${id && `/${id}`}`;
const add = (where: Dossier, kind: string, body: object) => manager.client.post(at(where, kind), body);
const familyOf = async ({ path }: Dossier) => (await manager.client.get(`${path}/family`)).body;
const errorsOf = async (call: Parameters<typeof expectRefused>[1]) =>
  fieldErrors(await expectRefused(world, call, 422, 'invalid'));

describe('persons', () => {
  it('a person is added, read, changed and removed', async () => {
    const where = await dossier(manager);
    const names = { firstName: 'Zoé', lastName: "d'Ursel" };
    const domicile = { nationality: 'LU', country: 'BE', region: 'brussels' };
    const fields = { ...names, birthDate: '1999-12-31', sex: 'female', ...domicile, language: 'nl' };
    const added = await add(where, 'persons', fields);
    const { id } = added.body;
    expect([added.status, added.body, added.headers.get('etag')]).toEqual([201, { id, version: 1 }, '"1"']);
    const expected = { ...fields, id, deathDate: null, central: null, version: 1 };
    expect((await familyOf(where)).persons).toEqual([
      expect.objectContaining({ id: where.holderId, central: 'holder' }),
      expected,
    ]);
    const moved = { sex: null, nationality: 'FR', country: 'FR', region: null };
    const change = { lastName: 'Dupont', birthDate: null, deathDate: '2020-01-01', ...moved };
    const changed = await manager.client.patch(at(where, 'persons', id), 1, change);
    expect([changed.status, changed.body]).toEqual([200, { id, version: 2 }]);
    expect((await familyOf(where)).persons[1]).toEqual({ ...expected, ...change, version: 2 });
    expect((await manager.client.delete(at(where, 'persons', id), 2)).status).toBe(204);
    expect((await familyOf(where)).persons).toHaveLength(1);
    const patch = () => manager.client.patch(at(where, 'persons', id), 3, {});
    await expectRefused(world, patch, 404, 'not_found');
  });

  it.each([
    ['no name', { lastName: undefined }, ['lastName', 'required']],
    ['an empty name', { firstName: '' }, ['firstName', 'too_small']],
    ['a name of two lines', { firstName: 'A\r\nB' }, ['firstName', 'invalid_format']],
    ['an endless name', { firstName: 'x'.repeat(101) }, ['firstName', 'too_big']],
    ['a day that isn’t', { birthDate: '2023-02-29' }, ['birthDate', 'invalid_format']],
    ['an instant', { birthDate: '2023-02-28T00:00:00Z' }, ['birthDate', 'invalid_format']],
    ['an implausible day', { birthDate: '0001-01-01' }, ['birthDate', 'custom']],
    ['a death to come', { deathDate: '2999-12-31' }, ['deathDate', 'in_the_future']],
    [
      'death before birth',
      { birthDate: '2000-01-01', deathDate: '1999-01-01' },
      ['deathDate', 'before_birth'],
    ],
    ['another language', { language: 'de' }, ['language', 'invalid_value']],
    ['another mark', { central: 'heir' }, ['central', 'invalid_value']],
    ['another sex', { sex: 'f' }, ['sex', 'invalid_value']],
    ['a country’s name', { nationality: 'Belgium' }, ['nationality', 'invalid_value']],
    ['no country', { country: 'EU' }, ['country', 'invalid_value']],
    ['a country’s code in small letters', { country: 'be' }, ['country', 'invalid_value']],
    ['another region', { country: 'BE', region: 'bavaria' }, ['region', 'invalid_value']],
    ['a region of no country', { region: 'flanders' }, ['region', 'not_in_belgium']],
    ['a region abroad', { country: 'NL', region: 'flanders' }, ['region', 'not_in_belgium']],
    ['an e-mail address (R18)', { email: 'a@b.test' }, ['email', 'unknown_field']],
  ])('%s is 422, adding and changing', async (_, spoilt, error) => {
    const where = await dossier(manager);
    const body = { firstName: 'A', lastName: 'B', ...spoilt };
    expect(await errorsOf(() => add(where, 'persons', body))).toEqual([error]);
    if (error[1] === 'required') return;
    const patch = () => manager.client.patch(at(where, 'persons', where.holderId), 1, spoilt);
    expect(await errorsOf(patch)).toEqual([error]);
  });

  it('who moves abroad, or whose domicile is forgotten, has no region', async () => {
    const where = await dossier(manager);
    const id = await person(manager, where, { country: 'BE' });
    const patch = (version: number, body: object) => () =>
      manager.client.patch(at(where, 'persons', id), version, body);
    expect((await patch(1, { region: 'wallonia' })()).status).toBe(200);
    for (const country of ['FR', null])
      expect(await errorsOf(patch(2, { country }))).toEqual([['region', 'not_in_belgium']]);
    expect((await patch(2, { country: 'FR', region: null })()).status).toBe(200);
    expect((await familyOf(where)).persons[1]).toMatchObject({ country: 'FR', region: null });
  });

  it('all that is wrong with a person is named at once', async () => {
    const where = await dossier(manager);
    const wrong = { birthDate: '2000-01-01', deathDate: '1999-01-01', region: 'flanders' };
    const adding = () => add(where, 'persons', { firstName: 'A', lastName: 'B', ...wrong });
    expect(await errorsOf(adding)).toEqual([
      ['deathDate', 'before_birth'],
      ['region', 'not_in_belgium'],
    ]);
  });

  it('without If-Match 428, with a stale or odd one 412', async () => {
    const where = await dossier(manager);
    const id = await person(manager, where);
    const { client } = manager;
    for (const call of [
      (version: number | null) => client.patch(at(where, 'persons', id), version, { firstName: 'X' }),
      (version: number | null) => client.delete(at(where, 'persons', id), version),
    ]) {
      await expectRefused(world, () => call(null), 428, 'version_needed');
      await expectRefused(world, () => call(2), 412, 'version_stale');
    }
    for (const ifMatch of ['*', '1', 'W/"1"', '"1", "2"']) {
      const odd = () =>
        client.call(
          'PATCH',
          at(where, 'persons', id),
          { firstName: 'X' },
          { headers: { 'If-Match': ifMatch } },
        );
      await expectRefused(world, odd, 412, 'version_stale');
    }
  });

  it('repeated with the same Idempotency-Key, one person', async () => {
    const where = await dossier(manager);
    const body = { firstName: 'A', lastName: 'B' };
    const headers = { 'Idempotency-Key': `person-${where.id}` };
    const send = () => manager.client.post(at(where, 'persons'), body, { headers });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status, two.body]).toEqual([201, 201, one.body]);
    expect((await familyOf(where)).persons).toHaveLength(2);
  });

  it('one holder, at most one co-holder', async () => {
    const where = await dossier(manager, { couple: true });
    for (const central of ['holder', 'co_holder']) {
      const taken = () => add(where, 'persons', { firstName: 'A', lastName: 'B', central });
      await expectRefused(world, taken, 409, 'central_taken');
    }
    const swap = () =>
      manager.client.patch(at(where, 'persons', where.coHolderId!), 1, { central: 'holder' });
    await expectRefused(world, swap, 409, 'central_taken');
  });
});

describe('unions and parents', () => {
  async function couple() {
    const where = await dossier(manager, { couple: true });
    return { where, personIds: [where.holderId, where.coHolderId!] as [string, string] };
  }

  it('a union is added, changed and removed; several in one life', async () => {
    const { where, personIds } = await couple();
    const fields = { personIds, kind: 'marriage', regime: 'universal_community', start: '1990-05-05' };
    const added = await add(where, 'unions', fields);
    const { id } = added.body;
    expect([added.status, added.body]).toEqual([201, { id, version: 1 }]);
    const union = { id, ...fields, end: null, version: 1 };
    expect((await familyOf(where)).unions).toEqual([union]);
    const ended = await manager.client.patch(at(where, 'unions', id), 1, { end: '2000-01-01' });
    expect([ended.status, ended.body.version]).toEqual([200, 2]);
    const other = await person(manager, where);
    const second = { personIds: [where.holderId, other], kind: 'cohabitation' };
    expect((await add(where, 'unions', second)).status).toBe(201);
    expect((await familyOf(where)).unions).toMatchObject([
      { ...union, end: '2000-01-01', version: 2 },
      second,
    ]);
    expect((await manager.client.delete(at(where, 'unions', id), 2)).status).toBe(204);
    expect((await familyOf(where)).unions).toHaveLength(1);
  });

  it('unions: 422, 428, 412 and 404', async () => {
    const { where, personIds } = await couple();
    const [one, two] = personIds;
    const stranger = (await dossier(manager)).holderId;
    const union = (body: object) => () => add(where, 'unions', { personIds, kind: 'marriage', ...body });
    expect(await errorsOf(union({ personIds: [one, one] }))).toEqual([['personIds', 'same_person']]);
    expect(await errorsOf(union({ personIds: [one, stranger] }))).toEqual([['personIds.1', 'not_in_family']]);
    expect(await errorsOf(union({ personIds: [one] }))).toEqual([
      [expect.stringMatching(/^personIds/), expect.any(String)],
    ]);
    expect(await errorsOf(union({ personIds: [one, two, stranger] }))).toEqual([['personIds', 'too_big']]);
    expect(await errorsOf(union({ personIds: [one, 'x'] }))).toEqual([['personIds.1', 'invalid_format']]);
    expect(await errorsOf(union({ kind: 'friendship' }))).toEqual([['kind', 'invalid_value']]);
    expect(await errorsOf(union({ start: '2001-01-01', end: '2000-01-01' }))).toEqual([
      ['end', 'before_start'],
    ]);
    for (const kind of ['cohabitation', 'legal_cohabitation']) {
      const unmarried = union({ kind, regime: 'legal_community' });
      expect(await errorsOf(unmarried)).toEqual([['regime', 'not_married']]);
    }
    expect(await errorsOf(union({ regime: 'none' }))).toEqual([['regime', 'invalid_value']]);
    const { id } = (await union({ start: '2001-01-01', regime: 'other' })()).body;
    const { client } = manager;
    const unmarried = () => client.patch(at(where, 'unions', id), 1, { kind: 'cohabitation' });
    expect(await errorsOf(unmarried)).toEqual([['regime', 'not_married']]);
    const reversed = () => client.patch(at(where, 'unions', id), 1, { end: '2000-01-01' });
    expect(await errorsOf(reversed)).toEqual([['end', 'before_start']]);
    const moved = () => client.patch(at(where, 'unions', id), 1, { personIds: [one, stranger] });
    expect(await errorsOf(moved)).toEqual([['personIds', 'unknown_field']]);
    for (const call of [
      (version: number | null) => client.patch(at(where, 'unions', id), version, { kind: 'cohabitation' }),
      (version: number | null) => client.delete(at(where, 'unions', id), version),
    ]) {
      await expectRefused(world, () => call(null), 428, 'version_needed');
      await expectRefused(world, () => call(9), 412, 'version_stale');
    }
    const elsewhere = await dossier(manager);
    const other = () => client.patch(at(elsewhere, 'unions', id), 1, { kind: 'cohabitation' });
    await expectRefused(world, other, 404, 'not_found');
    await expectRefused(world, () => client.delete(at(elsewhere, 'unions', id), 1), 404, 'not_found');
  });

  it('parents: added, unique, removed; 422, 428, 412 and 404', async () => {
    const { where, personIds } = await couple();
    const [parentId] = personIds;
    const childId = await person(manager, where);
    const stranger = (await dossier(manager)).holderId;
    const link = (body: object) => () => add(where, 'parents', { childId, parentId, kind: 'birth', ...body });
    expect(await errorsOf(link({ parentId: childId }))).toEqual([['parentId', 'same_person']]);
    expect(await errorsOf(link({ parentId: stranger }))).toEqual([['parentId', 'not_in_family']]);
    expect(await errorsOf(link({ childId: stranger }))).toEqual([['childId', 'not_in_family']]);
    expect(await errorsOf(link({ kind: 'foster' }))).toEqual([['kind', 'invalid_value']]);
    const added = await link({})();
    const { id } = added.body;
    expect([added.status, added.body]).toEqual([201, { id, version: 1 }]);
    await expectRefused(world, link({ kind: 'adoption' }), 409, 'link_exists');
    expect((await familyOf(where)).parents).toEqual([{ id, childId, parentId, kind: 'birth', version: 1 }]);
    const remove =
      (version: number | null, dossier = where) =>
      () =>
        manager.client.delete(at(dossier, 'parents', id), version);
    await expectRefused(world, remove(null), 428, 'version_needed');
    await expectRefused(world, remove(2), 412, 'version_stale');
    await expectRefused(world, remove(1, await dossier(manager)), 404, 'not_found');
    expect((await remove(1)()).status).toBe(204);
    expect((await familyOf(where)).parents).toEqual([]);
  });

  it('who is removed takes his unions and parent links with him, and can’t be linked again', async () => {
    const { where, personIds } = await couple();
    const child = await person(manager, where);
    await add(where, 'unions', { personIds: [child, personIds[0]], kind: 'cohabitation' });
    await add(where, 'parents', { childId: child, parentId: personIds[0], kind: 'birth' });
    await add(where, 'unions', { personIds, kind: 'marriage' });
    await manager.client.delete(at(where, 'persons', child), 1);
    const { unions, parents } = await familyOf(where);
    expect([unions, parents]).toMatchObject([[{ personIds }], []]);
    const again = () => add(where, 'parents', { childId: child, parentId: personIds[0], kind: 'birth' });
    expect(await errorsOf(again)).toEqual([['childId', 'not_in_family']]);
  });
});

describe('who may', () => {
  const writes = ({ holderId }: Dossier, union: string, link: string) =>
    [
      ['POST', 'persons', '', { firstName: 'A', lastName: 'B' }],
      ['PATCH', 'persons', holderId, { firstName: 'A' }],
      ['DELETE', 'persons', holderId, undefined],
      ['POST', 'unions', '', {}],
      ['PATCH', 'unions', union, {}],
      ['DELETE', 'unions', union, undefined],
      ['POST', 'parents', '', {}],
      ['DELETE', 'parents', link, undefined],
    ] as const;

  it('R14, R17: read_only reads and is refused every write, whatever the body; outsiders find nothing', async () => {
    const where = await dossier(manager, { couple: true });
    const child = await person(manager, where);
    const personIds = [where.holderId, where.coHolderId];
    const union = (await add(where, 'unions', { personIds, kind: 'marriage' })).body.id;
    const parent = { childId: child, parentId: where.holderId, kind: 'birth' };
    const link = (await add(where, 'parents', parent)).body.id;
    const expectAll = async (status: number, code: string) => {
      const before = await everything(world);
      for (const [method, kind, id, body] of writes(where, union, link)) {
        const json = { 'Content-Type': 'application/json' };
        for (const options of [{ headers: { 'If-Match': '"1"' } }, {}, { raw: '{', headers: json }]) {
          const content = 'raw' in options ? undefined : body;
          const answer = await cousin.client.call(method, at(where, kind, id), content, options);
          expect([method, kind, answer.status, answer.body?.code]).toEqual([method, kind, status, code]);
        }
      }
      expect(await everything(world)).toEqual(before);
    };
    await expectAll(404, 'not_found');
    await expectRefused(world, () => cousin.client.get(`${where.path}/family`), 404, 'not_found');
    await admit(manager, where, child, cousin, 'read_only');
    await expectAll(403, 'not_permitted');
    const read = await cousin.client.get(`${where.path}/family`);
    expect([read.status, read.body]).toEqual([200, await familyOf(where)]);
    await manager.client.put(`${where.path}/access-rights/persons/${child}`, { right: 'read_write' });
    const added = await cousin.client.post(at(where, 'persons'), { firstName: 'A', lastName: 'B' });
    expect(added.status).toBe(201);
  });

  it('R8: the firm’s admin without access sees and writes nothing of the family', async () => {
    const house = await firm(world, 'Autre');
    const where = await dossier(await member(world, house));
    const { client } = house.admin;
    await expectRefused(world, () => client.get(`${where.path}/family`), 403, 'not_permitted');
    await expectRefused(world, () => client.post(at(where, 'persons'), {}), 403, 'not_permitted');
  });
});
