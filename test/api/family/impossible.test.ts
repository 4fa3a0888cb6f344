import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, fieldErrors } from '../../support/access.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* Families that can't be, over HTTP: which call refuses them, and which field it names. */

let world: World;
let manager: Somebody;
beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

/** A family of one's own, and everything one does to it. */
async function family() {
  const where: Dossier = await dossier(manager);
  const { client } = manager;
  const at = (kind: string, id = '') => `${where.path}/family/${kind}${id && `/${id}`}`;
  const versions = async () => {
    const { persons, unions } = (await client.get(`${where.path}/family`)).body;
    return new Map<string, number>(
      [...persons, ...unions].map((one: { id: string; version: number }) => [one.id, one.version]),
    );
  };
  return {
    where,
    person: (fields: object = {}) => person(manager, where, fields),
    parent:
      (childId: string, parentId: string, kind = 'birth') =>
      () =>
        client.post(at('parents'), { childId, parentId, kind }),
    union:
      (personIds: string[], fields: object = {}) =>
      () =>
        client.post(at('unions'), { personIds, kind: 'marriage', ...fields }),
    change: (kind: 'persons' | 'unions', id: string, fields: object) => async () =>
      client.patch(at(kind, id), (await versions()).get(id)!, fields),
  };
}

type Call = () => ReturnType<Somebody['client']['post']>;

/** @returns the field and reason of each flaw */
async function flawsOf(call: Call) {
  const answer = await expectRefused(world, call, 422, 'impossible_tree');
  for (const { message } of answer.body.errors) expect(message).toMatch(/^[A-Z].*\.$/);
  return fieldErrors(answer);
}
async function done(call: Call): Promise<string> {
  const { status, body } = await call();
  expect([body, status < 300]).toEqual([body, true]);
  return body.id;
}

describe('a parent link is refused', () => {
  it('that makes somebody his own ancestor, by birth or adoption, over however many generations', async () => {
    const { person, parent } = await family();
    const line: string[] = [];
    for (let i = 0; i < 5; i++) line.push(await person());
    for (let i = 1; i < 5; i++) await done(parent(line[i - 1]!, line[i]!, i === 2 ? 'adoption' : 'birth'));
    for (const kind of ['birth', 'adoption']) {
      for (const child of line.slice(1)) {
        expect(await flawsOf(parent(child, line[0]!, kind))).toEqual([['parentId', 'own_ancestor']]);
      }
    }
    await done(parent(line[0]!, line[2]!, 'adoption'));
  });

  it('to a parent who isn’t older, or whose parent isn’t', async () => {
    const { person, parent } = await family();
    const child = await person({ birthDate: '1980-01-01' });
    for (const birthDate of ['1980-01-01', '1980-01-02', '2010-01-01']) {
      const tooYoung = await person({ birthDate });
      for (const kind of ['birth', 'adoption'])
        expect(await flawsOf(parent(child, tooYoung, kind))).toEqual([['parentId', 'born_before_parent']]);
    }
    await done(parent(child, await person({ birthDate: '1979-12-31' })));
    const [unknown, grandparent] = [await person(), await person({ birthDate: '1985-01-01' })];
    await done(parent(child, unknown));
    expect(await flawsOf(parent(unknown, grandparent))).toEqual([['parentId', 'born_before_parent']]);
  });

  it('to a third parent by birth; adoptive parents are as many as there are', async () => {
    const { person, parent } = await family();
    const child = await person();
    for (const kind of ['birth', 'birth', 'adoption', 'adoption', 'adoption'])
      await done(parent(child, await person(), kind));
    expect(await flawsOf(parent(child, await person()))).toEqual([['parentId', 'third_birth_parent']]);
  });

  it('for every reason there is', async () => {
    const { person, parent } = await family();
    const [child, grandchild] = [
      await person({ birthDate: '1950-01-01' }),
      await person({ birthDate: '1980-01-01' }),
    ];
    await done(parent(grandchild, child));
    await done(parent(child, await person()));
    await done(parent(child, await person()));
    expect((await flawsOf(parent(child, grandchild))).sort()).toEqual([
      ['parentId', 'born_before_parent'],
      ['parentId', 'own_ancestor'],
      ['parentId', 'third_birth_parent'],
    ]);
  });
});

describe('a union is refused', () => {
  it('of who is married already; a cohabitation isn’t, until it is made a marriage', async () => {
    const { person, union, change } = await family();
    const [a, b, c] = [await person(), await person(), await person()];
    await done(union([a, b], { start: '1990-01-01' }));
    expect(await flawsOf(union([a, c], { start: '2000-01-01' }))).toEqual([
      ['personIds', 'overlapping_marriages'],
    ]);
    expect(await flawsOf(union([c, b]))).toEqual([['personIds', 'overlapping_marriages']]);
    expect(await flawsOf(union([a, b], { start: '1990-01-01' }))).toEqual([
      ['personIds', 'overlapping_marriages'],
    ]);
    const id = await done(union([a, c], { kind: 'cohabitation', start: '2000-01-01' }));
    expect(await flawsOf(change('unions', id, { kind: 'marriage' }))).toEqual([
      ['kind', 'overlapping_marriages'],
    ]);
    await done(change('unions', id, { kind: 'legal_cohabitation' }));
  });

  it('that begins or ends while one of the two is married', async () => {
    const { person, union, change } = await family();
    const [a, b, c] = [await person(), await person(), await person()];
    const first = await done(union([a, b], { start: '1990-01-01', end: '2000-01-01' }));
    expect(await flawsOf(union([a, c], { start: '1999-12-31' }))).toEqual([
      ['start', 'overlapping_marriages'],
    ]);
    expect(await flawsOf(union([a, c], { start: '1985-01-01', end: '1990-01-02' }))).toEqual([
      ['end', 'overlapping_marriages'],
    ]);
    expect(await flawsOf(union([a, c], { end: '1995-01-01' }))).toEqual([['end', 'overlapping_marriages']]);
    await done(union([a, c], { start: '1985-01-01', end: '1990-01-01' }));
    const second = await done(union([a, c], { start: '2000-01-01' }));
    expect(await flawsOf(change('unions', second, { start: '1999-12-31' }))).toEqual([
      ['start', 'overlapping_marriages'],
    ]);
    for (const end of ['2000-01-02', null])
      expect(await flawsOf(change('unions', first, { end }))).toEqual([['end', 'overlapping_marriages']]);
    await done(change('unions', first, { start: null, end: '1999-06-06', regime: 'other' }));
  });

  it('outside the life of one of the two, whatever its kind', async () => {
    const { person, union, change } = await family();
    const [a, b] = [await person({ birthDate: '1950-05-05', deathDate: '2010-10-10' }), await person()];
    for (const kind of ['marriage', 'legal_cohabitation', 'cohabitation']) {
      for (const personIds of [
        [a, b],
        [b, a],
      ]) {
        const outside = (days: object) => flawsOf(union(personIds, { kind, ...days }));
        expect(await outside({ start: '1950-05-05' })).toEqual([['start', 'union_outside_life']]);
        expect(await outside({ start: '2010-10-11' })).toEqual([['start', 'union_outside_life']]);
        expect(await outside({ end: '2010-10-11' })).toEqual([['end', 'union_outside_life']]);
        expect(await outside({ end: '1950-05-05' })).toEqual([['end', 'union_outside_life']]);
      }
    }
    const id = await done(union([a, b], { start: '2010-10-10', end: '2010-10-10' }));
    for (const [field, day] of [
      ['start', '1950-05-05'],
      ['end', '2010-10-11'],
    ] as const)
      expect(await flawsOf(change('unions', id, { [field]: day }))).toEqual([[field, 'union_outside_life']]);
  });
});

describe('a change of a person is refused', () => {
  it('that makes a child older than a parent', async () => {
    const { person, parent, change } = await family();
    const [child, mother] = [
      await person({ birthDate: '1980-01-01' }),
      await person({ birthDate: '1950-01-01' }),
    ];
    await done(parent(child, mother));
    const refused = [['birthDate', 'born_before_parent']];
    expect(await flawsOf(change('persons', child, { birthDate: '1950-01-01' }))).toEqual(refused);
    expect(await flawsOf(change('persons', mother, { birthDate: '1980-01-01' }))).toEqual(refused);
    await done(change('persons', mother, { birthDate: null }));
    const grandmother = await person({ birthDate: '1920-01-01' });
    await done(parent(mother, grandmother));
    expect(await flawsOf(change('persons', grandmother, { birthDate: '1980-01-01' }))).toEqual(refused);
  });

  it('that leaves a union outside his life, or makes two marriages last', async () => {
    const { person, union, change } = await family();
    const [a, b, c] = [await person(), await person({ deathDate: '2000-01-01' }), await person()];
    await done(union([a, b], { start: '1990-01-01' }));
    await done(union([a, c], { start: '2001-01-01' }));
    expect(await flawsOf(change('persons', c, { birthDate: '2001-01-01' }))).toEqual([
      ['birthDate', 'union_outside_life'],
    ]);
    expect(await flawsOf(change('persons', c, { birthDate: '1960-01-01', deathDate: '2000-12-31' }))).toEqual(
      [['deathDate', 'union_outside_life']],
    );
    for (const deathDate of [null, '2001-01-02']) {
      expect(await flawsOf(change('persons', b, { deathDate }))).toEqual([
        ['deathDate', 'overlapping_marriages'],
      ]);
    }
    await done(change('persons', b, { deathDate: '2001-01-01', birthDate: '1960-01-01' }));
  });
});

it('a family of remarriages, step-children and adoptions is taken', async () => {
  const { person, parent, union } = await family();
  const [a, b, c] = [
    await person({ birthDate: '1950-01-01' }),
    await person({ birthDate: '1951-01-01', deathDate: '1990-03-03' }),
    await person({ birthDate: '1960-01-01' }),
  ];
  await done(union([a, b], { start: '1975-06-06', regime: 'legal_community' }));
  await done(union([a, c], { kind: 'legal_cohabitation', start: '1991-01-01', end: '1995-05-05' }));
  await done(union([c, a], { start: '1995-05-05', regime: 'separation_of_property' }));
  const his = await person({ birthDate: '1976-01-01' });
  const hers = await person({ birthDate: '1985-01-01' });
  for (const parentId of [a, b]) await done(parent(his, parentId));
  await done(parent(hers, c));
  for (const kind of ['birth', 'adoption'])
    await done(parent(hers, kind === 'birth' ? await person() : a, kind));
});

describe('a family that was impossible before', () => {
  /** Rows of before: a circle, a child too old, a third parent, two marriages, a union after a death. */
  async function spoilt() {
    const home = await family();
    const { where } = home;
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await home.person());
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    await world.owner`update persons set birth_date = '1980-01-01', death_date = '1990-01-01' where id = ${a}`;
    await world.owner`update persons set birth_date = '1990-01-01' where id = ${b}`;
    for (const [child, parent] of [
      [a, b],
      [b, a],
      [a, c],
      [a, d],
    ] as const) {
      await world.owner`
        insert into parent_links (id, dossier_id, child_id, parent_id, kind)
        values (uuidv7(), ${where.id}, ${child}, ${parent}, 'birth')`;
    }
    for (const [one, other, kind] of [
      [c, d, 'marriage'],
      [c, e, 'marriage'],
      [a, e, 'cohabitation'],
    ] as const) {
      await world.owner`
        insert into unions (id, dossier_id, person_a, person_b, kind, start)
        values (uuidv7(), ${where.id}, ${one}, ${other}, ${kind}, '2000-01-01')`;
    }
    return { ...home, a, b, c, d, e };
  }

  it('takes what has nothing to do with it, and what mends it', async () => {
    const { person, parent, union, change, a, b, c } = await spoilt();
    const other = await person({ birthDate: '1970-01-01' });
    await done(change('persons', c, { birthDate: '1950-01-01', firstName: 'X' }));
    await done(parent(other, c));
    await done(parent(c, await person()));
    await done(union([other, b], { start: '2010-01-01' }));
    await done(change('persons', a, { deathDate: null }));
  });

  it('refuses each flaw that a change adds, one of the same kind too', async () => {
    const { person, parent, union, change, a, b, c, d } = await spoilt();
    const other = await person();
    expect(await flawsOf(parent(a, other))).toEqual([['parentId', 'third_birth_parent']]);
    expect(await flawsOf(union([c, other]))).toEqual([['personIds', 'overlapping_marriages']]);
    expect(await flawsOf(parent(d, b, 'adoption'))).toEqual([['parentId', 'own_ancestor']]);
    expect(await flawsOf(change('persons', d, { birthDate: '1985-01-01' }))).toEqual([
      ['birthDate', 'born_before_parent'],
    ]);
  });
});
