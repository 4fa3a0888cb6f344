import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { donationRules, noLegalAdvice } from '../../../src/domain/donation-rules.ts';
import { expectRefused } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { item } from '../../support/items.ts';
import {
  type Dossier,
  donation,
  dossier,
  firm,
  member,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

/* The donations inventory over HTTP: added, read, changed, removed; with tax dates and totals. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;
let where: Dossier;
let child: string;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  where = await dossier(manager);
  child = await person(manager, where);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const at = ({ path }: Dossier, id: string) => `${path}/donations/${id}`;
const listOf = async ({ path }: Dossier) => (await manager.client.get(`${path}/donations`)).body;
const domicile = async ({ id }: Dossier, country: string | null, region: string | null) =>
  world.owner`update persons set country = ${country}, region = ${region} where dossier_id = ${id}`;

describe('a donation', () => {
  test('is added, read, changed and removed', async () => {
    const own = await dossier(manager);
    const [a, b, itemId] = [await person(manager, own), await person(manager, own), await item(world, own)];
    const fields = {
      donorId: own.holderId,
      donees: [
        { personId: a, share: '2/6' },
        { personId: b, share: '1/3' },
        { personId: null, share: '010/030' },
      ],
      givenOn: '2022-03-10',
      category: 'securities',
      description: 'Portefeuille «Ørsted» 日本',
      cents: 12_345_678_901,
      currency: 'CHF',
      form: 'manual',
      registered: false,
      registeredOn: null,
      usufructReserved: true,
      conditions: 'Retour conventionnel\n\nПо договору; وفق العقد 🎁',
      itemId,
      country: 'BE',
      region: 'brussels',
    };
    const added = await manager.client.post(`${own.path}/donations`, fields);
    expect([added.status, added.headers.get('etag')]).toEqual([201, '"1"']);
    const { id } = added.body;
    const thirds = [a, b, null].map((personId) => ({ personId, share: '1/3' }));
    const expected = {
      ...fields,
      id,
      donees: thirds,
      version: 1,
      tax: {
        rule: 'be_brussels_until_2025',
        countsUntil: '2025-03-10',
        renewsOn: null,
        reason: null,
        years: 3,
        source: donationRules.find((rule) => rule.id === 'be_brussels_until_2025')!.source,
        disclaimer: 'no_legal_advice',
      },
    };
    expect(added.body).toEqual(expected);
    const read = await manager.client.get(at(own, id));
    expect([read.status, read.headers.get('etag'), read.body]).toEqual([200, '"1"', expected]);
    expect((await listOf(own)).items).toEqual([expected]);

    const change = {
      donees: [{ personId: b, share: '1' }],
      registered: true,
      registeredOn: '2023-01-01',
      conditions: null,
      itemId: null,
      cents: 0,
    };
    const changed = await manager.client.patch(at(own, id), 1, change);
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const after = { ...expected, ...change, version: 2 };
    expect(changed.body).toEqual({ ...after, tax: expect.anything() });
    expect(changed.body.tax).toMatchObject({ rule: 'be_registered', countsUntil: '2022-12-31', years: null });
    expect((await manager.client.get(at(own, id))).body).toEqual(changed.body);

    expect((await manager.client.delete(at(own, id), 2)).status).toBe(204);
    expect((await listOf(own)).items).toEqual([]);
    for (const gone of [
      () => manager.client.get(at(own, id)),
      () => manager.client.patch(at(own, id), 3, {}),
      () => manager.client.delete(at(own, id), 3),
    ]) {
      await expectRefused(world, gone, 404, 'not_found');
    }
    const [row] = await world.owner`select removed_at, version from donations where id = ${id}`;
    expect(row).toEqual({ removed_at: expect.any(Date), version: 3 });
  });

  test('is listed by the day it was given, with what each person gave and received in each currency', async () => {
    const own = await dossier(manager, { couple: true });
    const heir = await person(manager, own);
    const late = await donation(manager, own, heir, { givenOn: '2021-01-01', cents: 100 });
    const early = await donation(manager, own, null, { givenOn: '1999-01-01', cents: 7, currency: 'USD' });
    const both = await donation(manager, own, heir, {
      donorId: own.coHolderId,
      givenOn: '2021-01-01',
      cents: 101,
      donees: [
        { personId: heir, share: '1/2' },
        { personId: null, share: '1/2' },
      ],
    });
    const removed = await donation(manager, own, heir, { cents: 1e13 });
    await manager.client.delete(at(own, removed.id), 1);
    const { items, totals } = await listOf(own);
    expect(items.map((one: { id: string }) => one.id)).toEqual([early.id, late.id, both.id]);
    expect(totals).toEqual({
      given: [
        { personId: own.holderId, currency: 'USD', cents: 7 },
        { personId: own.holderId, currency: 'EUR', cents: 100 },
        { personId: own.coHolderId, currency: 'EUR', cents: 101 },
      ],
      received: [
        { personId: null, currency: 'USD', cents: 7 },
        { personId: heir, currency: 'EUR', cents: 151 },
        { personId: null, currency: 'EUR', cents: 50 },
      ],
    });
  });

  test('of the largest value is kept to the cent', async () => {
    const { id } = await donation(manager, where, child, { cents: 9_999_999_999_999 });
    expect((await manager.client.get(at(where, id))).body.cents).toBe(9_999_999_999_999);
  });

  test('given today is possible', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format();
    const given = await donation(manager, where, child, { givenOn: today });
    expect(given.givenOn).toBe(today);
  });

  test('after the link’s item has left the inventory is still changed; it gets no new link to such an item', async () => {
    const [kept, removed] = [await item(world, where), await item(world, where, { removed: true })];
    const { id } = await donation(manager, where, child, { itemId: kept });
    await world.owner`update wealth_items set removed_at = now() where id = ${kept}`;
    const changed = await manager.client.patch(at(where, id), 1, { description: 'Autre', itemId: kept });
    expect([changed.status, changed.body.itemId]).toEqual([200, kept]);
    const call = () => manager.client.patch(at(where, id), 2, { itemId: removed });
    await expectRefused(world, call, 422, 'invalid');
  });
});

describe('the donor’s domicile', () => {
  test.each<
    [
      now: [string | null, string | null],
      sent: object,
      kept: [string | null, string | null],
      reason: string | null,
    ]
  >([
    [['BE', 'wallonia'], {}, ['BE', 'wallonia'], null],
    [['FR', null], {}, ['FR', null], 'not_registered'],
    [[null, null], {}, [null, null], 'domicile_unknown'],
    [['BE', 'wallonia'], { country: null }, [null, null], 'domicile_unknown'],
    [['BE', 'wallonia'], { country: 'LU' }, ['LU', null], 'other_country'],
    [['BE', 'wallonia'], { country: 'BE' }, ['BE', null], 'region_unknown'],
    [['BE', 'wallonia'], { region: 'flanders' }, ['BE', 'flanders'], null],
    [['BE', 'wallonia'], { region: null }, ['BE', null], 'region_unknown'],
    [['FR', null], { country: 'BE', region: 'brussels' }, ['BE', 'brussels'], null],
  ])('now %j, sent %j: %j', async (now, sent, [country, region], reason) => {
    const own = await dossier(manager);
    await domicile(own, ...now);
    const given = await donation(manager, own, null, sent);
    expect(given).toMatchObject({ country, region, tax: { reason } });
    await domicile(own, 'NL', null);
    const changed = await manager.client.patch(at(own, given.id), 1, { description: 'Autre' });
    expect(changed.body).toMatchObject({ country, region, tax: { reason } });
  });
});

describe('of two who edit at once', () => {
  test('the second is told what has changed, and what has not', async () => {
    const { tax, ...given } = await donation(manager, where, child, { cents: 100 });
    const mine = { cents: 200, donees: [{ personId: null, share: '1' }] };
    expect((await manager.client.patch(at(where, given.id), 1, mine)).status).toBe(200);
    for (const call of [
      () => manager.client.patch(at(where, given.id), 1, { description: 'Autre' }),
      () => manager.client.delete(at(where, given.id), 1),
    ]) {
      const { body } = await expectRefused(world, call, 412, 'version_stale');
      expect(body.current).toEqual({ ...given, ...mine, version: 2, tax });
      expect(body.changed).toEqual(
        expect.arrayContaining([
          { field: 'cents', was: 100, is: 200 },
          { field: 'donees', was: given.donees, is: mine.donees },
        ]),
      );
      expect(body.changed).toHaveLength(2);
    }
  });

  test('at the same moment, one wins', async () => {
    const { id } = await donation(manager, where, child);
    const answers = await Promise.all([
      manager.client.patch(at(where, id), 1, { cents: 1 }),
      manager.client.patch(at(where, id), 1, { cents: 2 }),
      manager.client.delete(at(where, id), 1),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
  });
});

test('a dossier holds 500 donations, also when two are added at once', async () => {
  const own = await dossier(manager);
  const first = await donation(manager, own, null);
  const fill = world.owner`
    insert into donations (id, dossier_id, donor_id, given_on, category, description, cents, currency, form, registered, usufruct_reserved)
    select uuidv7(), dossier_id, donor_id, given_on, category, description, cents, currency, form, registered, usufruct_reserved
    from donations, generate_series(1, 498) where id = ${first.id} returning id`;
  await world.owner`
    insert into donees (donation_id, numerator, denominator) select unnest(${(await fill).map((row) => row.id)}::uuid[]), 1, 1`;
  const { id, tax, version, ...again } = first;
  const add = () => manager.client.post(`${own.path}/donations`, again);
  const answers = await Promise.all([add(), add(), add()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  await expectRefused(world, add, 409, 'too_many');
  expect((await listOf(own)).items).toHaveLength(500);
  expect((await manager.client.delete(at(own, id), 1)).status).toBe(204);
  expect((await add()).status).toBe(201);
});

test('the rules are told to whoever is signed in, with their sources and that they are no legal advice', async () => {
  const { status, body } = await manager.client.get('/api/donation-rules');
  expect(status).toBe(200);
  expect(body).toEqual({ items: donationRules, noLegalAdvice });
});
