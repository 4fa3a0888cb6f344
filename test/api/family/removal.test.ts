import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectRefused } from '../../support/access.ts';
import { type Dossier, dossier, firm, give, member, person, type Somebody } from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* What keeps a person in the family tree, and how many there may be. */

let world: World;
let manager: Somebody;
beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

const at = ({ path }: Dossier, kind: string, id = '') => `${path}/family/${kind}${id && `/${id}`}`;
const remove = (where: Dossier, id: string) => () => manager.client.delete(at(where, 'persons', id), 1);

/** An item, owned by somebody. @returns its id */
async function item({ id: dossier_id }: Dossier, personId: string | null) {
  const { owner } = world;
  const id = randomUUID();
  await owner`insert into wealth_items ${owner({ id, dossier_id, kind: 'loan', name: 'X', currency: 'EUR' })}`;
  const share = { item_id: id, person_id: personId, form: 'full', numerator: 1, denominator: 1 };
  await owner`insert into owners ${owner(share)}`;
  return id;
}

/** A donation of somebody's to somebody. @returns its id */
async function donation({ id: dossier_id }: Dossier, donor_id: string, doneeId: string | null) {
  const { owner } = world;
  const id = randomUUID();
  const what = { given_on: '2020-01-01', category: 'money', description: 'X', cents: 1, currency: 'EUR' };
  const how = { form: 'manual', registered: false, usufruct_reserved: false };
  await owner`insert into donations ${owner({ id, dossier_id, donor_id, ...what, ...how })}`;
  const share = { donation_id: id, person_id: doneeId, numerator: 1, denominator: 1 };
  await owner`insert into donees ${owner(share)}`;
  return id;
}

describe('who is in an inventory isn’t removed, until what names him is', () => {
  it.each<[string, string, (where: Dossier, id: string) => Promise<string>]>([
    ['an owner', 'wealth_items', (where, id) => item(where, id)],
    ['a donor', 'donations', (where, id) => donation(where, id, null)],
    ['a donee', 'donations', (where, id) => donation(where, where.holderId, id)],
  ])('%s', async (_, table, enter) => {
    const where = await dossier(manager);
    const [id, other] = [await person(manager, where), await person(manager, where)];
    const named = await enter(where, id);
    await expectRefused(world, remove(where, id), 409, 'person_in_inventory');
    await expectRefused(
      world,
      () => manager.client.delete(at(where, 'persons', id), null),
      428,
      'version_needed',
    );
    expect((await remove(where, other)()).status).toBe(204);
    await world.owner`update ${world.owner(table)} set removed_at = now() where id = ${named}`;
    expect((await remove(where, id)()).status).toBe(204);
  });

  it('a central person neither; access is spoken of first', async () => {
    const where = await dossier(manager);
    await item(where, where.holderId);
    await expectRefused(world, remove(where, where.holderId), 409, 'person_in_inventory');
    await give(manager, where, where.holderId);
    await expectRefused(world, remove(where, where.holderId), 409, 'access_irrevocable');
  });

  it('nor one who is entered as an owner at the same time', async () => {
    const where = await dossier(manager);
    const id = await person(manager, where);
    const entering = await world.owner.reserve();
    await entering`begin`;
    await entering`select from persons where id = ${id} for no key update`;
    const removing = remove(where, id)();
    await vi.waitFor(async () => {
      const [row] = await world.owner`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      expect(row!.waiting).toBe(1);
    }, 10_000);
    await item(where, id);
    await entering`commit`;
    entering.release();
    expect(await removing).toMatchObject({ status: 409, body: { code: 'person_in_inventory' } });
  });
});

it('what was removed with a person is kept as it was', async () => {
  const where = await dossier(manager);
  const id = await person(manager, where);
  const post = async (kind: string, body: object) =>
    (await manager.client.post(at(where, kind), body)).body.id as string;
  const union = await post('unions', { personIds: [id, where.holderId], kind: 'marriage', regime: 'other' });
  const link = await post('parents', { childId: id, parentId: where.holderId, kind: 'adoption' });
  const { persons, unions, parents } = (await manager.client.get(`${where.path}/family`)).body;
  expect((await remove(where, id)()).status).toBe(204);
  const kept = await world.owner<{ subject_id: string; version: number; content: object }[]>`
    select subject_id, version, content from revisions where subject_id in (${id}, ${union}, ${link})`;
  const known = kept.map(({ subject_id, version, content }) => ({ id: subject_id, version, ...content }));
  expect(known).toHaveLength(3);
  expect(known).toEqual(expect.arrayContaining([persons[1], unions[0], parents[0]]));
});

describe('a dossier holds at most', () => {
  const fill = (where: Dossier, count: number) => world.owner`
    insert into persons (id, dossier_id, first_name, last_name)
    select uuidv7(), ${where.id}, 'Léa', 'Dupont ' || n from generate_series(1, ${count}) n`;
  const idsOf = async (where: Dossier) =>
    (await world.owner`select id from persons where dossier_id = ${where.id} order by id`).map(
      ({ id }) => id,
    );

  it('2,000 persons, of two added at once too; a repetition gets its answer all the same', async () => {
    const where = await dossier(manager);
    await fill(where, 1998);
    await world.owner`
      insert into persons (id, dossier_id, first_name, last_name, removed_at)
      values (uuidv7(), ${where.id}, 'Gone', 'Dupont', now())`;
    const body = { firstName: 'A', lastName: 'B' };
    const headers = { 'Idempotency-Key': 'the-last' };
    const [last, over] = [
      () => manager.client.post(at(where, 'persons'), body, { headers }),
      () => manager.client.post(at(where, 'persons'), body),
    ];
    const answers = await Promise.all([over(), over(), over()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await expectRefused(world, over, 409, 'too_many');
    const added = answers.find(({ status }) => status === 201)!.body.id;
    expect((await remove(where, added)()).status).toBe(204);
    const first = await last();
    expect(first.status).toBe(201);
    expect(await last()).toMatchObject({ status: 201, body: first.body });
    await expectRefused(world, over, 409, 'too_many');
  });

  it('2,000 unions and 6,000 parent links', async () => {
    const where = await dossier(manager);
    await fill(where, 101);
    const [a, b, ...others] = (await idsOf(where)) as [string, string, ...string[]];
    const union = () => manager.client.post(at(where, 'unions'), { personIds: [a, b], kind: 'cohabitation' });
    const link = (parentId: string) => () =>
      manager.client.post(at(where, 'parents'), { childId: b, parentId, kind: 'adoption' });
    await world.owner`
      insert into unions (id, dossier_id, person_a, person_b, kind)
      select uuidv7(), ${where.id}, ${a}, ${b}, 'cohabitation' from generate_series(1, 1999)`;
    expect((await union()).status).toBe(201);
    await expectRefused(world, union, 409, 'too_many');
    await world.owner`
      insert into parent_links (id, dossier_id, child_id, parent_id, kind)
      select uuidv7(), ${where.id}, c.id, p.id, 'adoption' from persons c join persons p on p.id <> c.id
      where c.id = any(${others}::uuid[]) and p.id = any(${others}::uuid[]) limit 5999`;
    expect((await link(a)()).status).toBe(201);
    await expectRefused(world, link(others[0]!), 409, 'too_many');
  });
});
