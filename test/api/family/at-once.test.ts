import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../support/client.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* Two who change one family at once: nothing impossible comes of it, and nothing is lost in silence. */

let world: World;
let manager: Somebody;
let colleague: Somebody;
beforeAll(async () => {
  world = await createWorld();
  const house = await firm(world);
  manager = await member(world, house);
  colleague = await member(world, house);
});
afterAll(() => world.close());

/** A dossier that both may write. */
async function shared(): Promise<Dossier> {
  const where = await dossier(manager);
  const setting = { mode: 'all', memberIds: [] };
  expect((await manager.client.put(`${where.path}/team-access`, setting)).status).toBe(200);
  return where;
}
const at = ({ path }: Dossier, kind: string, id = '') => `${path}/family/${kind}${id && `/${id}`}`;
const familyOf = async ({ path }: Dossier) => (await manager.client.get(`${path}/family`)).body;
const codeOf = ({ status, body }: Answer) => (status < 300 ? 'done' : body.code);

describe('changes that are each fine and together impossible: one is made, one refused', () => {
  type Race = (where: Dossier, a: string, b: string) => [() => Promise<Answer>, () => Promise<Answer>];
  const races: Record<string, Race> = {
    'each the parent of the other': (where, a, b) => [
      () => manager.client.post(at(where, 'parents'), { childId: a, parentId: b, kind: 'birth' }),
      () => colleague.client.post(at(where, 'parents'), { childId: b, parentId: a, kind: 'birth' }),
    ],
    'married twice': (where, a, b) => [
      () => manager.client.post(at(where, 'unions'), { personIds: [a, b], kind: 'marriage' }),
      () => colleague.client.post(at(where, 'unions'), { personIds: [b, where.holderId], kind: 'marriage' }),
    ],
    'a parent’s birth, and the child’s link': (where, a, b) => [
      () => manager.client.patch(at(where, 'persons', a), 1, { birthDate: '2020-01-01' }),
      () => colleague.client.post(at(where, 'parents'), { childId: b, parentId: a, kind: 'birth' }),
    ],
    'a death, and a union after it': (where, a, b) => [
      () => manager.client.patch(at(where, 'persons', a), 1, { deathDate: '2005-01-01' }),
      () =>
        colleague.client.post(at(where, 'unions'), {
          personIds: [a, b],
          kind: 'cohabitation',
          start: '2006-01-01',
        }),
    ],
    'removed, and made a parent': (where, a, b) => [
      () => manager.client.delete(at(where, 'persons', a), 1),
      () => colleague.client.post(at(where, 'parents'), { childId: b, parentId: a, kind: 'birth' }),
    ],
  };

  it.each(Object.entries(races))('%s', async (name, race) => {
    const where = await shared();
    for (let round = 0; round < 25; round++) {
      const [a, b] = [
        await person(manager, where),
        await person(manager, where, { birthDate: '2010-01-01' }),
      ];
      const [one, other] = race(where, a, b);
      const answers = round % 2 === 0 ? [one(), other()] : [other(), one()];
      const codes = (await Promise.all(answers)).map(codeOf);
      const refused = name.startsWith('removed') ? /^(invalid|done)$/ : /^impossible_tree$/;
      expect(codes).toContain('done');
      expect(codes.find((code) => code !== 'done') ?? 'done').toMatch(refused);
      // Who is removed takes the link with him, where it came first.
      const { parents } = await familyOf(where);
      if (name.startsWith('removed')) expect(parents).toEqual([]);
      for (const link of parents) await manager.client.delete(at(where, 'parents', link.id), 1);
      for (const union of (await familyOf(where)).unions)
        await manager.client.delete(at(where, 'unions', union.id), 1);
    }
  });

  // Nobody is in both links: nothing but the family's own lock holds them apart.
  it.each<[string, (id: string) => string]>([
    ['as they are', (id) => id],
    ['in capitals', (id) => id.toUpperCase()],
  ])('halves of one circle of four, the ids of one written %s', async (_, written) => {
    const where = await shared();
    const elsewhere = { ...where, path: `/api/dossiers/${written(where.id)}` };
    for (let round = 0; round < 15; round++) {
      const [a, b, c, d] = await Promise.all(Array.from({ length: 4 }, () => person(manager, where)));
      const link = ({ client }: Somebody, to: Dossier, childId: string, parentId: string) =>
        client.post(at(to, 'parents'), { childId, parentId, kind: 'birth' });
      for (const [child, parent] of [
        [b!, c!],
        [d!, a!],
      ] as const)
        expect(codeOf(await link(manager, where, child, parent))).toBe('done');
      const answers = await Promise.all([
        link(manager, where, a!, b!),
        link(colleague, elsewhere, written(c!), written(d!)),
      ]);
      expect(answers.map(codeOf).sort()).toEqual(['done', 'impossible_tree']);
    }
  });

  it('a family waits for its own change alone', async () => {
    const [where, elsewhere] = [await shared(), await shared()];
    const holder = await world.owner.reserve();
    await holder`begin`;
    await holder`select pg_advisory_xact_lock(hashtextextended(${`family ${where.id}`}, 0))`;
    const waiting = person(colleague, where);
    await vi.waitFor(async () => {
      const [row] = await world.owner`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`;
      expect(row!.waiting).toBe(1);
    }, 10_000);
    await person(manager, elsewhere);
    expect((await familyOf(where)).persons).toHaveLength(1);
    await holder`commit`;
    holder.release();
    await waiting;
    expect((await familyOf(where)).persons).toHaveLength(2);
  });
});

describe('who saves what has changed meanwhile is told what, and nothing is lost', () => {
  const stale = (answer: Answer) => {
    expect([answer.status, answer.body.code]).toEqual([412, 'version_stale']);
    return { current: answer.body.current, changed: answer.body.changed };
  };

  it('a person', async () => {
    const where = await shared();
    const first = { firstName: 'Zoé', lastName: 'Dupont', birthDate: '1980-01-01', sex: 'female' };
    const id = await person(manager, where, first);
    const change = {
      lastName: '杜邦',
      birthDate: null,
      nationality: 'BE',
      country: 'BE',
      region: 'flanders',
    };
    expect((await manager.client.patch(at(where, 'persons', id), 1, change)).status).toBe(200);
    const saved = (await familyOf(where)).persons[1];
    const late = () => colleague.client.patch(at(where, 'persons', id), 1, { firstName: 'Zoë', sex: null });
    expect(stale(await late())).toEqual({
      current: { id, ...first, ...change, deathDate: null, language: null, central: null, version: 2 },
      changed: expect.toSatisfy((changed: { field: string }[]) => {
        expect(changed.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual([
          { field: 'birthDate', was: '1980-01-01', is: null },
          { field: 'country', was: null, is: 'BE' },
          { field: 'lastName', was: 'Dupont', is: '杜邦' },
          { field: 'nationality', was: null, is: 'BE' },
          { field: 'region', was: null, is: 'flanders' },
        ]);
        return true;
      }),
    });
    expect((await familyOf(where)).persons[1]).toEqual(saved);
    expect((await colleague.client.patch(at(where, 'persons', id), 2, { firstName: 'Zoë' })).status).toBe(
      200,
    );
    expect((await familyOf(where)).persons[1]).toEqual({ ...saved, firstName: 'Zoë', version: 3 });
    // What was changed there and back hasn't changed; a removal is told too.
    expect((await manager.client.patch(at(where, 'persons', id), 3, { firstName: 'Zoé' })).status).toBe(200);
    const removing = stale(await colleague.client.delete(at(where, 'persons', id), 2));
    expect(removing).toEqual({ current: { ...saved, version: 4 }, changed: [] });
    expect(stale(await colleague.client.delete(at(where, 'persons', id), 1)).changed).toHaveLength(5);
    expect(stale(await colleague.client.delete(at(where, 'persons', id), 9)).changed).toEqual([]);
  });

  it('a union', async () => {
    const where = await shared();
    const personIds = [where.holderId, await person(manager, where)];
    const union = { personIds, kind: 'marriage', start: '1990-01-01' };
    const { id } = (await manager.client.post(at(where, 'unions'), union)).body;
    const change = { end: '2000-01-01', regime: 'legal_community' };
    await manager.client.patch(at(where, 'unions', id), 1, change);
    const expected = {
      current: { id, ...union, ...change, version: 2 },
      changed: [
        { field: 'end', was: null, is: '2000-01-01' },
        { field: 'regime', was: null, is: 'legal_community' },
      ],
    };
    for (const late of [
      await colleague.client.patch(at(where, 'unions', id), 1, { kind: 'cohabitation' }),
      await colleague.client.delete(at(where, 'unions', id), 1),
    ]) {
      const told = stale(late);
      told.changed.sort((a: { field: string }, b: { field: string }) => a.field.localeCompare(b.field));
      expect(told).toEqual(expected);
    }
    expect((await familyOf(where)).unions).toEqual([expected.current]);
  });

  it('a link between child and parent', async () => {
    const where = await shared();
    const link = { childId: await person(manager, where), parentId: where.holderId, kind: 'birth' };
    const { id } = (await manager.client.post(at(where, 'parents'), link)).body;
    const late = await colleague.client.delete(at(where, 'parents', id), 2);
    expect(stale(late)).toEqual({ current: { id, ...link, version: 1 }, changed: [] });
  });

  it('at once, again and again: one saves, the other is told just what he did', async () => {
    const where = await shared();
    const id = await person(manager, where);
    for (let version = 1; version <= 25; version++) {
      const names = [`A ${version}`, `B ${version}`];
      const [one, two] = await Promise.all([
        manager.client.patch(at(where, 'persons', id), version, { firstName: names[0] }),
        colleague.client.patch(at(where, 'persons', id), version, { lastName: names[1] }),
      ]);
      const [won, lost] = one.status === 200 ? [0, two] : [1, one];
      const told = stale(lost);
      const field = won === 0 ? 'firstName' : 'lastName';
      expect(told.changed).toEqual([{ field, was: expect.any(String), is: names[won] }]);
      expect(told.current).toMatchObject({ [field]: names[won], version: version + 1 });
      expect((await familyOf(where)).persons[1]).toEqual(told.current);
    }
  });
});
