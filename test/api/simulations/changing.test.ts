import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admit, engage, expectRefused, fieldErrors } from '../../support/access.ts';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Dossier, dossier, firm, insider, member, person, type Somebody } from '../../support/people.ts';
import { itemRow } from '../../support/wealth-rows.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let manager: Somebody & { memberId: string };
let outsider: Somebody;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  const elsewhere = await dossier(manager);
  outsider = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

async function simulated(fields: object = {}, where?: Dossier) {
  const d = where ?? (await dossier(manager));
  const { status, body } = await manager.client.post(`${d.path}/simulations`, {
    name: 'Prudent',
    horizon: 2,
    ...fields,
  });
  expect(status).toBe(201);
  return { where: d, path: `${d.path}/simulations/${body.id}`, id: body.id as string, summary: body };
}

describe('renaming', () => {
  it('changes the name alone; a stale save is told what has changed', async () => {
    const { path, summary } = await simulated();
    const { client } = manager;
    const before = (await client.get(path)).body;
    await expectRefused(world, () => client.patch(path, null, { name: 'X' }), 428, 'version_needed');
    const renamed = await client.patch(path, 1, { name: 'Optimiste' });
    const now = { ...summary, name: 'Optimiste', version: 2 };
    expect([renamed.status, renamed.body, renamed.headers.get('etag')]).toEqual([200, now, '"2"']);
    expect((await client.get(path)).body).toEqual({ ...before, name: 'Optimiste', version: 2 });
    const stale = await expectRefused(
      world,
      () => client.patch(path, 1, { name: 'Autre' }),
      412,
      'version_stale',
    );
    expect(stale.body).toMatchObject({
      current: now,
      changed: [{ field: 'name', was: 'Prudent', is: 'Optimiste' }],
    });
    await expectRefused(world, () => client.patch(path, 2, { horizon: 3 }), 422, 'invalid');
  });
});

describe('removing', () => {
  it('takes it out of the list; the row stays, for the reports that speak of it', async () => {
    const { where, path, id } = await simulated();
    const { client } = manager;
    const other = await simulated({}, where);
    await expectRefused(world, () => client.delete(path, null), 428, 'version_needed');
    await expectRefused(world, () => client.delete(path, 2), 412, 'version_stale');
    expect((await client.delete(path, 1)).status).toBe(204);
    expect((await client.get(`${where.path}/simulations`)).body.items).toEqual([other.summary]);
    for (const call of [
      () => client.get(path),
      () => client.patch(path, 2, { name: 'X' }),
      () => client.delete(path, 2),
      () => client.get(`${path}/comparison?with=${other.id}`),
    ]) {
      await expectRefused(world, call, 404, 'not_found');
    }
    const compared = () => client.get(`${other.path}/comparison?with=${id}`);
    expect(fieldErrors(await expectRefused(world, compared, 422, 'invalid'))).toEqual([
      ['with', 'no_simulation'],
    ]);
    expect(
      await world.owner`select version from simulations where id = ${id} and removed_at is not null`,
    ).toEqual([{ version: 2 }]);
  });

  it('another dossier’s simulation is not there', async () => {
    const [{ path, id }, elsewhere] = [await simulated(), await dossier(manager)];
    const there = `${elsewhere.path}/simulations/${id}`;
    const { client } = manager;
    await expectRefused(world, () => client.get(there), 404, 'not_found');
    await expectRefused(world, () => client.patch(there, 1, { name: 'X' }), 404, 'not_found');
    await expectRefused(world, () => client.delete(there, 1), 404, 'not_found');
    const { path: other } = await simulated({}, elsewhere);
    await expectRefused(world, () => client.get(`${other}/comparison?with=${id}`), 422, 'invalid');
    expect((await client.get(path)).status).toBe(200);
  });
});

describe('comparing', () => {
  it('shows figures of both year by year, the difference, and what was assumed otherwise', async () => {
    const where = await dossier(manager);
    await itemRow(world, where, 1000, [[where.holderId, 'full', '1']]);
    const one = await simulated({ growth: { real_estate: '10' } }, where);
    const other = await simulated({ growth: { real_estate: '20' }, horizon: 1 }, where);
    const { body } = await manager.client.get(`${one.path}/comparison?with=${other.id}`);
    expect(body).toMatchObject({ simulation: one.summary, with: other.summary, sameInputs: true });
    expect(body.assumptions).toEqual([
      { field: 'growth.real_estate', simulation: '10', with: '20' },
      { field: 'horizon', simulation: 2, with: 1 },
    ]);
    const { startYear } = one.summary;
    expect(body.years.map(({ year }: { year: number }) => year)).toEqual([
      startYear,
      startYear + 1,
      startYear + 2,
    ]);
    expect(body.years[1].persons).toMatchObject([
      { personId: where.holderId, simulation: { net: 1100 }, with: { net: 1200 }, difference: { net: 100 } },
    ]);
    expect(body.years[2].totals).toMatchObject([{ simulation: { net: 1210 }, with: null, difference: null }]);

    await itemRow(world, where, 5, [[null, 'full', '1']]);
    const later = await simulated({ growth: { real_estate: '10' } }, where);
    const changed = (await manager.client.get(`${one.path}/comparison?with=${later.id}`)).body;
    expect(changed).toMatchObject({ sameInputs: false, assumptions: [] });
    expect(changed.years[0].totals[0].difference.net).toBe(5);
  });

  it('with nothing, or with what is no id, is refused', async () => {
    const { path } = await simulated();
    for (const [query, code] of [
      ['', 'required'],
      ['?with=', 'no_simulation'],
      ['?with=x', 'no_simulation'],
      ['?with=019a0000-0000-7000-8000-000000000000', 'no_simulation'],
    ]) {
      const answer = await expectRefused(
        world,
        () => manager.client.get(`${path}/comparison${query}`),
        422,
        'invalid',
      );
      expect(fieldErrors(answer)).toEqual([['with', code]]);
    }
  });
});

describe('who may', () => {
  const writes = (client: Client, where: Dossier, path: string) => [
    () => client.post(`${where.path}/simulations`, { name: 'X', horizon: 1 }),
    () => client.post(`${where.path}/simulations`, 'nonsense'),
    () => client.patch(path, 1, { name: 'X' }),
    () => client.patch(path, 1, { nonsense: 1 }),
    () => client.delete(path, 1),
  ];
  async function expectToRead(client: Client, where: Dossier, path: string, id: string) {
    expect((await client.get(`${where.path}/simulations`)).body.items).toHaveLength(1);
    expect((await client.get(path)).status).toBe(200);
    expect((await client.get(`${path}/comparison?with=${id}`)).status).toBe(200);
  }

  it.each(['read_write', 'read_only'] as const)(
    'R7: an advisor, %s, reads and creates nothing',
    async (right) => {
      const { where, path, id } = await simulated();
      await engage(manager, where, right, outsider);
      for (const call of writes(outsider.client, where, path)) {
        await expectRefused(world, call, 403, 'advisor_creates_nothing');
      }
      expect(await world.owner`select from simulations where dossier_id = ${where.id}`).toHaveLength(1);
      await expectToRead(outsider.client, where, path, id);
    },
  );

  it('R14: an advisor who is a cousin with read_write creates, by that hat', async () => {
    const { where } = await simulated();
    await engage(manager, where, 'read_write', outsider);
    await admit(manager, where, await person(manager, where), outsider, 'read_write');
    const answer = await outsider.client.post(`${where.path}/simulations`, { name: 'X', horizon: 1 });
    expect(answer.status).toBe(201);
  });

  it('a family member with read_only reads, and is not permitted to create', async () => {
    const { where, path, id } = await simulated();
    await admit(manager, where, await person(manager, where), outsider, 'read_only');
    for (const call of writes(outsider.client, where, path))
      await expectRefused(world, call, 403, 'not_permitted');
    await expectToRead(outsider.client, where, path, id);
  });

  it('R17: who has no access finds nothing', async () => {
    const { where, path } = await simulated();
    for (const call of [
      ...writes(outsider.client, where, path),
      () => outsider.client.get(path),
      () => outsider.client.get(`${path}/comparison`),
    ]) {
      await expectRefused(world, call, 404, 'not_found');
    }
  });
});
