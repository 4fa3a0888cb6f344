import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project } from '../../../src/domain/projection.ts';
import { everything, expectRefused } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import { itemRow, valueRow } from '../../support/wealth-rows.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let manager: Somebody & { memberId: string };
let startYear: number;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  const [now] = await world.owner<{ year: number }[]>`
    select extract(year from now() at time zone 'UTC')::int as year`;
  startYear = now!.year;
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const simulationsOf = ({ path }: Dossier) => `${path}/simulations`;
const create = (where: Dossier, body: object, headers: Record<string, string> = {}) =>
  manager.client.post(simulationsOf(where), { name: 'Prudent', horizon: 2, ...body }, { headers });
const open = async (where: Dossier, id: string) =>
  (await manager.client.get(`${simulationsOf(where)}/${id}`)).body;
/** What waits for a lock in this database. */
const waiting = () => world.owner`
  select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
const money = (figures: object) => ({
  full: 0,
  usufruct: 0,
  bare: 0,
  debts: 0,
  net: 0,
  netReal: 0,
  ...figures,
});

/** A couple with a child; the house is the holder's, and so is its mortgage. */
async function household() {
  const where = await dossier(manager, { couple: true });
  const child = await person(manager, where, { firstName: '美咲', lastName: 'O’Neil-Ж' });
  const { client } = manager;
  await client.post(`${where.path}/family/unions`, {
    personIds: [where.holderId, where.coHolderId],
    kind: 'marriage',
    start: '1990-05-06',
  });
  await client.post(`${where.path}/family/parents`, {
    childId: child,
    parentId: where.holderId,
    kind: 'birth',
  });
  const house = await itemRow(world, where, 30_000_000, [[where.holderId, 'full', '1']]);
  const mortgage = await itemRow(world, where, 10_000_000, [[where.holderId, 'full', '1']], {
    kind: 'mortgage',
  });
  return { where, child, house, mortgage, spouse: where.coHolderId!, holder: where.holderId };
}

describe('creating', () => {
  it('keeps assumptions, inputs and result, to the cent', async () => {
    const { where, child, house, mortgage, spouse, holder } = await household();
    const answer = await create(where, {
      name: 'Décès précoce — 早い',
      inflation: '2.0',
      growth: { real_estate: '2.50', mortgage: '-10' },
      deaths: [{ personId: holder, year: startYear + 2 }],
    });
    const summary = {
      id: expect.any(String),
      name: 'Décès précoce — 早い',
      version: 1,
      createdAt: expect.stringMatching(/Z$/),
      startYear,
      horizon: 2,
      engine: 'projection-1',
    };
    expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([201, summary, '"1"']);
    expect((await manager.client.get(simulationsOf(where))).body).toEqual({ items: [answer.body] });
    const { assumptions, inputs, result, ...rest } = await open(where, answer.body.id);
    expect(rest).toEqual(answer.body);
    expect(assumptions).toEqual({
      horizon: 2,
      inflation: '2',
      growth: { real_estate: '2.5', mortgage: '-10' },
      donations: [],
      deaths: [{ personId: holder, year: startYear + 2 }],
    });
    expect(inputs.startYear).toBe(startYear);
    expect(inputs.persons.map((one: { id: string }) => one.id).sort()).toEqual(
      [holder, spouse, child].sort(),
    );
    expect(inputs.unions).toMatchObject([{ personIds: [holder, spouse], kind: 'marriage', end: null }]);
    expect(inputs.parents).toEqual([{ childId: child, parentId: holder, kind: 'birth' }]);
    const owners = [{ personId: holder, form: 'full', share: '1' }];
    const of = { currency: 'EUR', name: 'Maison', valuedOn: '2026-01-01', owners };
    expect(inputs.items).toEqual([
      { id: house, kind: 'real_estate', cents: 30_000_000, ...of },
      { id: mortgage, kind: 'mortgage', cents: 10_000_000, ...of },
    ]);
    // 300 000.00 × 1.025 = 307 500.00, × 1.025 = 315 187.50; 100 000.00 × 0.9 = 90 000.00, × 0.9 = 81 000.00.
    // 217 500.00 / 1.02 = 213 235.294…; 234 187.50 / 1.0404 = 225 093.713….
    const [first, second, third] = result.years;
    expect(first).toEqual({
      year: startYear,
      persons: [
        {
          personId: holder,
          currency: 'EUR',
          ...money({ full: 30_000_000, debts: 10_000_000, net: 20_000_000, netReal: 20_000_000 }),
        },
      ],
      totals: [
        {
          currency: 'EUR',
          ...money({ full: 30_000_000, debts: 10_000_000, net: 20_000_000, netReal: 20_000_000 }),
        },
      ],
    });
    expect(second.totals).toEqual([
      {
        currency: 'EUR',
        ...money({ full: 30_750_000, debts: 9_000_000, net: 21_750_000, netReal: 21_323_529 }),
      },
    ]);
    expect(third.persons).toHaveLength(2);
    expect(third.persons).toContainEqual({
      personId: spouse,
      currency: 'EUR',
      ...money({ usufruct: 31_518_750 }),
    });
    expect(third.persons).toContainEqual({
      personId: child,
      currency: 'EUR',
      ...money({ bare: 31_518_750, debts: 8_100_000, net: 23_418_750, netReal: 22_509_371 }),
    });
    expect(result.events).toMatchObject([
      {
        kind: 'death',
        rule: 'spouse_and_descendants',
        heirs: [
          { personId: spouse, form: 'usufruct', share: '1' },
          { personId: child, form: 'bare', share: '1' },
        ],
      },
    ]);
    expect(result.notes).toEqual(['no_tax', 'no_legal_advice', 'usufruct_not_valued']);
  });

  it('carries out donations: shares of the whole item, the usufruct reserved or not', async () => {
    const { where, child, house, spouse, holder } = await household();
    const donation = {
      year: startYear + 1,
      itemId: house,
      donorId: holder,
      share: '2/8',
      donees: [
        { personId: child, share: '1/2' },
        { personId: null, share: '1/2' },
      ],
      usufructReserved: true,
    };
    const { body } = await create(where, { donations: [donation] });
    const { assumptions, result } = await open(where, body.id);
    expect(assumptions.donations).toEqual([{ ...donation, share: '1/4' }]);
    const [, next] = result.years;
    expect(
      next.persons.map(({ personId, full, usufruct, bare }: Record<string, unknown>) => [
        personId,
        full,
        usufruct,
        bare,
      ]),
    ).toEqual([
      ...[
        [holder, 22_500_000, 7_500_000, 0],
        [child, 0, 0, 3_750_000],
      ].sort(([a], [b]) => (a! < b! ? -1 : 1)),
      [null, 0, 0, 3_750_000],
    ]);
    expect(JSON.stringify(result)).not.toContain(spouse);
  });

  it('takes the newest values, and no removed items; amounts up to the largest come back exactly', async () => {
    const where = await dossier(manager);
    const kept = await itemRow(world, where, 1, [[where.holderId, 'full', '1']]);
    await valueRow(world, kept, '2026-02-01', 2 ** 52 - 1);
    const gone = await itemRow(world, where, 1, [[where.holderId, 'full', '1']]);
    await world.owner`update wealth_items set removed_at = now() where id = ${gone}`;
    const { inputs, result } = await open(where, (await create(where, {})).body.id);
    expect(inputs.items).toMatchObject([{ id: kept, cents: 4503599627370495, valuedOn: '2026-02-01' }]);
    expect(result.years[2].totals[0].net).toBe(4503599627370495);
  });

  it('an empty inventory is projected too', async () => {
    const where = await dossier(manager);
    const { status, body } = await create(where, { horizon: 50 });
    expect(status).toBe(201);
    const { result } = await open(where, body.id);
    expect(result.years).toHaveLength(51);
    expect(result.years[50]).toEqual({ year: startYear + 50, persons: [], totals: [] });
  });

  it('reads family and inventory as they stood at one instant', async () => {
    const { where, house, holder } = await household();
    let created: ReturnType<typeof create> | undefined;
    await world.owner.begin(async (tx) => {
      await tx`lock table wealth_items in access exclusive mode`;
      created = create(where, {});
      // The family has been read, and the inventory waits for this transaction.
      await expect.poll(waiting).toHaveLength(1);
      await tx`update persons set last_name = 'After' where id = ${holder}`;
      await tx`update wealth_items set name = 'After' where id = ${house}`;
    });
    const { inputs } = await open(where, (await created!).body.id);
    expect(JSON.stringify(inputs)).not.toContain('After');
  });
});

describe('explaining later', () => {
  it('the stored answer stays, whatever happens to family and inventory; calculated again it is the same', async () => {
    const { where, child, house, holder } = await household();
    const assumed = { horizon: 3, inflation: '1.7', growth: { real_estate: '3.1234' } };
    const { body } = await create(where, { ...assumed, deaths: [{ personId: holder, year: startYear + 1 }] });
    const before = await open(where, body.id);
    await valueRow(world, house, '2026-03-01', 1);
    await world.owner`delete from owners where item_id = ${house}`;
    await world.owner`update wealth_items set removed_at = now() where id = ${house}`;
    await manager.client.patch(`${where.path}/family/persons/${holder}`, 1, { deathDate: '2026-01-02' });
    await manager.client.delete(`${where.path}/family/persons/${child}`, 1);
    const after = await open(where, body.id);
    expect(after).toEqual(before);
    expect(project(after.inputs, after.assumptions)).toEqual({ result: after.result });
    const anew = await open(where, (await create(where, assumed)).body.id);
    expect(anew.result.years[0].totals[0].net).toBe(-10_000_000);
  });

  it('the same assumptions about the same inventory give the same result', async () => {
    const { where, holder } = await household();
    const assumed = { horizon: 10, inflation: '2.1', growth: { mortgage: '-5', real_estate: '2.5' } };
    const deaths = [{ personId: holder, year: startYear + 4 }];
    const ids = [];
    for (const growth of [assumed.growth, { real_estate: '2.5000', mortgage: '-5.0' }]) {
      ids.push((await create(where, { ...assumed, growth, deaths })).body.id);
    }
    const [one, other] = await Promise.all(ids.map((id) => open(where, id)));
    expect(other.result).toEqual(one.result);
    expect(other.assumptions).toEqual(one.assumptions);
  });
});

describe('a dossier’s hundred', () => {
  it('are its most: 409; a removed one makes room', async () => {
    const where = await dossier(manager);
    await create(where, {});
    const columns = world.owner`dossier_id, assumptions, inputs, result, engine, created_by`;
    await world.owner`
      insert into simulations (id, name, ${columns})
      select uuidv7(), 'n ' || n, ${columns} from simulations, generate_series(1, 97) n where dossier_id = ${where.id}`;
    const answers = await Promise.all(Array.from({ length: 3 }, () => create(where, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect((await manager.client.get(simulationsOf(where))).body.items).toHaveLength(100);
    await expectRefused(world, () => create(where, {}), 409, 'too_many');
    const { items } = (await manager.client.get(simulationsOf(where))).body;
    expect((await manager.client.delete(`${simulationsOf(where)}/${items[7].id}`, 1)).status).toBe(204);
    expect((await create(where, {})).status).toBe(201);
  });

  it('are its most also for who comes while another is being added', async () => {
    const where = await dossier(manager);
    await create(where, {});
    const columns = world.owner`dossier_id, assumptions, inputs, result, engine, created_by`;
    const add = (sql: typeof world.owner, count: number) => sql`
      insert into simulations (id, name, ${columns})
      select uuidv7(), 'n ' || n, ${columns} from simulations, generate_series(1, ${count}::int) n
      where dossier_id = ${where.id} and name = 'Prudent'`;
    await add(world.owner, 98);
    let last: ReturnType<typeof create> | undefined;
    await world.owner.begin(async (tx) => {
      await tx`select from dossiers where id = ${where.id} for share`;
      await add(tx as unknown as typeof world.owner, 1);
      last = create(where, {});
      await expect.poll(waiting).toHaveLength(1);
    });
    expect((await last!).body.code).toBe('too_many');
  });
});

describe('a repetition with the same Idempotency-Key', () => {
  it('gets the first answer, also when the inventory has changed so that it would be impossible', async () => {
    const { where, child, house, holder } = await household();
    const donees = [{ personId: child, share: '1' }];
    const gift = {
      year: startYear + 1,
      itemId: house,
      donorId: holder,
      share: '1',
      donees,
      usufructReserved: false,
    };
    const headers = { 'Idempotency-Key': `gift-${where.id}` };
    const first = await create(where, { donations: [gift] }, headers);
    expect(first.status).toBe(201);
    await world.owner`update wealth_items set removed_at = now() where id = ${house}`;
    const before = await everything(world);
    const again = await create(where, { donations: [gift] }, headers);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await everything(world)).toEqual(before);
    await expectRefused(world, () => create(where, {}, headers), 422, 'idempotency_key_reused');
    await expectRefused(world, () => create(where, { donations: [gift] }), 422, 'invalid');
  });

  it('after a day it is a request of its own', async () => {
    const where = await dossier(manager);
    const headers = { 'Idempotency-Key': `day-${where.id}` };
    await create(where, {}, headers);
    await world.owner`
      update idempotency_keys set created_at = now() - interval '25 hours' where key = ${headers['Idempotency-Key']}`;
    expect((await create(where, {}, headers)).status).toBe(201);
    expect((await manager.client.get(simulationsOf(where))).body.items).toHaveLength(2);
  });
});
