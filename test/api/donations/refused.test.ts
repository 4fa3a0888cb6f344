import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectRefused, fieldErrors } from '../../support/access.ts';
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

/* What is no donation: a 422 that names each field, adding and changing alike, and nothing saved. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;
let where: Dossier;
let elsewhere: Dossier;
let ids: Record<
  'donor' | 'child' | 'late' | 'removed' | 'stranger' | 'item' | 'removedItem' | 'strangeItem',
  string
>;
let known: { id: string; version: number };

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  where = await dossier(manager);
  elsewhere = await dossier(manager);
  const removed = await person(manager, where);
  await manager.client.delete(`${where.path}/family/persons/${removed}`, 1);
  ids = {
    donor: await person(manager, where, { birthDate: '1940-05-01', deathDate: '2020-03-31' }),
    child: await person(manager, where, { birthDate: '1990-02-28' }),
    late: await person(manager, where, { deathDate: '2010-12-24' }),
    removed,
    stranger: await person(manager, elsewhere),
    item: await item(world, where),
    removedItem: await item(world, where, { removed: true }),
    strangeItem: await item(world, elsewhere),
  };
  known = await donation(manager, where, ids.child, usual());
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const usual = () => ({
  donorId: ids.donor,
  donees: [{ personId: ids.child, share: '1' }],
  givenOn: '2015-06-15',
  category: 'money',
  description: 'Épargne',
  cents: 1_000_000,
  currency: 'EUR',
  form: 'bank',
  registered: true,
  registeredOn: '2016-06-15',
  usufructReserved: false,
  itemId: ids.item,
  country: 'BE',
  region: 'wallonia',
});
const to = (...donees: [personId: string | null, share: string][]) => ({
  donees: donees.map(([personId, share]) => ({ personId, share })),
});
/** Two days from now it is the future everywhere. */
const future = new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

type Spoilt = () => object;
type Case = [what: string, spoilt: Spoilt, ...errors: [field: string, code: string][]];

const cases: Case[] = [
  ['a negative value', () => ({ cents: -1 }), ['cents', 'too_small']],
  ['part of a cent', () => ({ cents: 0.5 }), ['cents', 'invalid_type']],
  ['a value as text', () => ({ cents: '100' }), ['cents', 'invalid_type']],
  ['a value beyond reason', () => ({ cents: 10_000_000_000_001 }), ['cents', 'too_big']],
  ['no currency', () => ({ currency: 'EURO' }), ['currency', 'unknown_currency']],
  ['a currency in small letters', () => ({ currency: 'eur' }), ['currency', 'unknown_currency']],
  ['a currency that nobody knows', () => ({ currency: 'ZZZ' }), ['currency', 'unknown_currency']],
  ['the year 0001', () => ({ givenOn: '0001-01-01' }), ['givenOn', 'custom']],
  ['a day that isn’t', () => ({ givenOn: '2023-02-29' }), ['givenOn', 'invalid_format']],
  ['an instant', () => ({ givenOn: '2023-02-28T00:00:00Z' }), ['givenOn', 'invalid_format']],
  ['the future', () => ({ givenOn: future }), ['givenOn', 'in_the_future']],
  ['registered in the future', () => ({ registeredOn: future }), ['registeredOn', 'in_the_future']],
  ['registered before it was given', () => ({ registeredOn: '2015-06-14' }), ['registeredOn', 'before_gift']],
  ['a day of registration, unregistered', () => ({ registered: false }), ['registeredOn', 'not_registered']],
  ['another category', () => ({ category: 'crypto' }), ['category', 'invalid_value']],
  ['another form', () => ({ form: 'post' }), ['form', 'invalid_value']],
  ['two lines of description', () => ({ description: 'a\nb' }), ['description', 'invalid_format']],
  ['an endless description', () => ({ description: 'x'.repeat(201) }), ['description', 'too_big']],
  ['a control character', () => ({ conditions: 'a\u0007b' }), ['conditions', 'invalid_format']],
  ['endless conditions', () => ({ conditions: 'x'.repeat(2001) }), ['conditions', 'too_big']],
  ['nobody’s gift', () => ({ donorId: null }), ['donorId', 'invalid_type']],
  ['no donee', () => ({ donees: [] }), ['donees', 'too_small']],
  ['a crowd', () => to(...Array(51).fill([null, '1/51'])), ['donees', 'too_big']],
  ['a share over one', () => to([null, '4/3']), ['donees.0.share', 'not_a_share']],
  ['a share of nothing', () => to([ids.child, '1'], [null, '0/3']), ['donees.1.share', 'not_a_share']],
  ['a share that divides by nothing', () => to([null, '1/0']), ['donees.0.share', 'not_a_share']],
  ['a share with a point', () => to([null, '0.5']), ['donees.0.share', 'not_a_share']],
  ['a negative share', () => to([null, '-1/2']), ['donees.0.share', 'not_a_share']],
  ['a share of ten digits', () => to([null, '1/1000000000']), ['donees.0.share', 'not_a_share']],
  ['shares under one', () => to([ids.child, '1/3'], [null, '1/3']), ['donees', 'not_whole']],
  ['shares over one', () => to([ids.child, '2/3'], [null, '2/3']), ['donees', 'not_whole']],
  ['a donor of another dossier', () => ({ donorId: ids.stranger }), ['donorId', 'not_in_family']],
  ['a removed donor', () => ({ donorId: ids.removed }), ['donorId', 'not_in_family']],
  [
    'a donee of another dossier',
    () => to([ids.child, '1/2'], [ids.stranger, '1/2']),
    ['donees.1.personId', 'not_in_family'],
  ],
  ['a removed donee', () => to([ids.removed, '1']), ['donees.0.personId', 'not_in_family']],
  ['a gift to oneself', () => to([ids.donor, '1']), ['donees.0.personId', 'donor']],
  ['one donee twice', () => to([ids.child, '1/2'], [ids.child, '1/2']), ['donees.1.personId', 'repeated']],
  ['outsiders twice', () => to([null, '1/2'], [null, '1/2']), ['donees.1.personId', 'repeated']],
  [
    'before the donor was born',
    () => ({ givenOn: '1940-04-30', ...to([null, '1']) }),
    ['givenOn', 'before_birth'],
  ],
  [
    'after the donor’s death',
    () => ({ givenOn: '2020-04-01', registeredOn: null }),
    ['givenOn', 'after_death'],
  ],
  ['to the unborn', () => ({ givenOn: '1990-02-27' }), ['donees.0.personId', 'unborn_then']],
  ['to the dead', () => to([ids.late, '1']), ['donees.0.personId', 'dead_then']],
  ['an item of another dossier', () => ({ itemId: ids.strangeItem }), ['itemId', 'not_in_inventory']],
  ['a removed item', () => ({ itemId: ids.removedItem }), ['itemId', 'not_in_inventory']],
  ['no country', () => ({ country: 'Belgium' }), ['country', 'invalid_value']],
  ['a country that isn’t', () => ({ country: 'XX' }), ['country', 'invalid_value']],
  ['another region', () => ({ region: 'ostbelgien' }), ['region', 'invalid_value']],
  ['a region of France', () => ({ country: 'FR' }), ['region', 'only_in_belgium']],
  ['a region of nowhere', () => ({ country: null }), ['region', 'only_in_belgium']],
  ['tax dates of one’s own', () => ({ tax: null }), ['tax', 'unknown_field']],
  [
    'several at once',
    () => ({ ...to([ids.donor, '1/2']), country: 'LU' }),
    ['donees.0.personId', 'donor'],
    ['donees', 'not_whole'],
    ['region', 'only_in_belgium'],
  ],
];

describe.each(cases)('%s', (_, spoilt, ...errors) => {
  test('is not added', async () => {
    const add = () => manager.client.post(`${where.path}/donations`, { ...usual(), ...spoilt() });
    expect(fieldErrors(await expectRefused(world, add, 422, 'invalid'))).toEqual(errors);
  });

  test('is not changed into', async () => {
    const change = () => manager.client.patch(`${where.path}/donations/${known.id}`, known.version, spoilt());
    expect(fieldErrors(await expectRefused(world, change, 422, 'invalid'))).toEqual(errors);
  });
});

test('a region without Belgium as the donor’s present domicile is not added', async () => {
  await world.owner`update persons set country = 'FR' where id = ${ids.late}`;
  const body = {
    ...usual(),
    ...to([null, '1']),
    donorId: ids.late,
    givenOn: '2001-01-01',
    country: undefined,
  };
  const add = () => manager.client.post(`${where.path}/donations`, body);
  expect(fieldErrors(await expectRefused(world, add, 422, 'invalid'))).toEqual([
    ['region', 'only_in_belgium'],
  ]);
});

test('what a change leaves out still has to fit what it says', async () => {
  for (const [change, ...errors] of [
    [{ givenOn: '2016-06-16' }, ['registeredOn', 'before_gift']],
    [{ donorId: ids.child }, ['donees.0.personId', 'donor']],
    [{ donorId: ids.late }, ['givenOn', 'after_death']],
  ] as const) {
    const call = () => manager.client.patch(`${where.path}/donations/${known.id}`, known.version, change);
    expect(fieldErrors(await expectRefused(world, call, 422, 'invalid'))).toEqual(errors);
  }
});

test.each<[table: 'persons' | 'wealth_items', field: string]>([
  ['persons', 'donees.0.personId'],
  ['wealth_items', 'itemId'],
])('what is being removed from %s meanwhile is waited for, and then refused', async (table, field) => {
  const leaving = table === 'persons' ? await person(manager, where) : await item(world, where);
  const body = { ...usual(), ...(table === 'persons' ? to([leaving, '1']) : { itemId: leaving }) };
  const waiting = () => world.owner`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const { answer } = await world.owner.begin(async (sql) => {
    await sql`update ${sql(table)} set removed_at = now() where id = ${leaving}`;
    const answer = manager.client.post(`${where.path}/donations`, body);
    await expect.poll(waiting).toHaveLength(1);
    return { answer };
  });
  expect(fieldErrors(await answer)).toMatchObject([[field, expect.stringMatching(/^not_in_/)]]);
});

test('a donation of another dossier is not found', async () => {
  const path = `${elsewhere.path}/donations/${known.id}`;
  for (const call of [
    () => manager.client.get(path),
    () => manager.client.patch(path, known.version, { cents: 1 }),
    () => manager.client.delete(path, known.version),
  ]) {
    await expectRefused(world, call, 404, 'not_found');
  }
});
