import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, fieldErrors } from '../../support/access.ts';
import type { Answer } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import { addItem, house, inventoryOf, itemPath, itemsPath } from '../../support/wealth.ts';
import { createWorld } from '../../support/world.ts';

/* The items of the wealth inventory over HTTP. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const post = (where: Dossier, fields: object = {}) =>
  manager.client.post(itemsPath(where), house(where, fields));
const patch = (where: Dossier, { id, version }: { id: string; version: number }, change: object) =>
  manager.client.patch(itemPath(where, id), version, change);
const read = async (where: Dossier, id: string) => (await manager.client.get(itemPath(where, id))).body;
const errorsOf = async (call: Parameters<typeof expectRefused>[1]) =>
  fieldErrors(await expectRefused(world, call, 422, 'invalid'));
const full = (personId: string | null, share: string) => ({ personId, form: 'full', share });

describe('an item', () => {
  it('is entered, read, listed, changed and removed', async () => {
    const where = await dossier(manager, { couple: true });
    const owners = [full(where.holderId, '1/2'), full(where.coHolderId, '1/2')];
    const fields = {
      name: ' Maison « bel étage » ',
      country: 'BE',
      description: 'Deux étages\n- jardin',
      owners,
    };
    const added = await post(where, fields);
    const { id } = added.body;
    const item = {
      id,
      kind: 'real_estate',
      name: 'Maison « bel étage »',
      description: 'Deux étages\n- jardin',
      country: 'BE',
      currency: 'EUR',
      value: { cents: 450_000_00, valuedOn: '2024-06-30' },
      owners,
      version: 1,
    };
    const values = [{ id: expect.any(String), ...item.value }];
    expect([added.status, added.headers.get('etag'), added.body]).toEqual([201, '"1"', { ...item, values }]);
    const alone = await manager.client.get(itemPath(where, id));
    expect([alone.status, alone.headers.get('etag'), alone.body]).toEqual([200, '"1"', added.body]);
    expect((await inventoryOf(manager, where)).items).toEqual([item]);

    const change = {
      kind: 'other_asset',
      name: 'Terrain',
      description: null,
      country: null,
      owners: [full(null, '2/4'), full(where.coHolderId, '50/100')],
    };
    const changed = await patch(where, added.body, change);
    expect([changed.status, changed.headers.get('etag'), changed.body]).toEqual([
      200,
      '"2"',
      {
        ...item,
        ...change,
        owners: [full(where.coHolderId, '1/2'), full(null, '1/2')],
        values,
        version: 2,
      },
    ]);
    expect(await read(where, id)).toEqual(changed.body);

    expect((await manager.client.delete(itemPath(where, id), 2)).status).toBe(204);
    expect(await inventoryOf(manager, where)).toEqual({
      items: [],
      totals: { net: [], byPerson: [], byKind: [], byForm: [] },
    });
    for (const call of [
      () => manager.client.get(itemPath(where, id)),
      () => patch(where, { id, version: 3 }, { name: 'x' }),
      () => manager.client.delete(itemPath(where, id), 3),
      () => manager.client.delete(`${itemPath(where, id)}/values/${added.body.values[0].id}`, 3),
    ]) {
      await expectRefused(world, call, 404, 'not_found');
    }
  });

  it('is not there in another dossier, nor are its values', async () => {
    const [where, elsewhere] = [await dossier(manager), await dossier(manager)];
    const item = await addItem(manager, where);
    const other = await addItem(manager, where, { value: { cents: 1, valuedOn: '2020-01-01' } });
    await patch(where, item, { value: { cents: 1, valuedOn: '2020-01-01' } });
    const value = (await read(where, item.id)).values[0].id;
    for (const call of [
      () => manager.client.get(itemPath(elsewhere, item.id)),
      () => patch(elsewhere, { ...item, version: 2 }, { name: 'x' }),
      () => manager.client.delete(itemPath(elsewhere, item.id), 2),
      () => manager.client.delete(`${itemPath(elsewhere, item.id)}/values/${value}`, 2),
      () => manager.client.delete(`${itemPath(where, other.id)}/values/${value}`, 1),
    ]) {
      await expectRefused(world, call, 404, 'not_found');
    }
    expect((await inventoryOf(manager, elsewhere)).items).toEqual([]);
  });

  it('shows its owners by form, then by age of entry, those outside last; shares in lowest terms', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const owners = [
      { personId: null, form: 'bare', share: '3/9' },
      { personId: where.holderId, form: 'usufruct', share: '2/3' },
      { personId: child, form: 'bare', share: '100000000/300000000' },
      { personId: where.holderId, form: 'full', share: '1/3' },
    ];
    const item = await addItem(manager, where, { owners });
    expect(item.owners).toEqual([
      { personId: where.holderId, form: 'full', share: '1/3' },
      { personId: where.holderId, form: 'usufruct', share: '2/3' },
      { personId: child, form: 'bare', share: '1/3' },
      { personId: null, form: 'bare', share: '1/3' },
    ]);
  });

  it('keeps what was linked to it when it is removed', async () => {
    const where = await dossier(manager);
    const item = await addItem(manager, where);
    const gift = {
      dossier_id: where.id,
      donor_id: where.holderId,
      item_id: item.id,
      category: 'real_estate',
    };
    const given = { given_on: '2024-01-01', description: 'x', cents: 1, currency: 'EUR', form: 'notarial' };
    await world.owner`insert into donations ${world.owner({
      ...{ id: item.id, ...gift, ...given },
      ...{ registered: true, usufruct_reserved: false },
    })}`;
    expect((await manager.client.delete(itemPath(where, item.id), 1)).status).toBe(204);
    const [kept] = await world.owner`
      select d.item_id, i.removed_at, i.name from donations d join wealth_items i on i.id = d.item_id
      where d.id = ${item.id}`;
    expect(kept).toMatchObject({ item_id: item.id, removed_at: expect.any(Date), name: item.name });
  });

  it('names in every script, and of every length up to the limit, come back as they were', async () => {
    const where = await dossier(manager);
    for (const name of [
      '家屋',
      'منزل',
      'บ้าน',
      'Ѝ́',
      '👨‍👩‍👧',
      '=1+1',
      "'",
      '"a";b,c',
      '𐍈',
      'e\u0301',
      '\u202eabc',
      'x'.repeat(100),
    ]) {
      const item = await addItem(manager, where, { name, description: `${name}\n${name}` });
      expect([item.name, item.description]).toEqual([name, `${name}\n${name}`]);
    }
  });
});

describe('what is not an item', () => {
  it('a value of a day to come', async () => {
    const where = await dossier(manager);
    const [row] = await world.owner<{ day: string }[]>`
      select ((now() at time zone 'Europe/Brussels')::date + 1)::text as day`;
    const value = { cents: 1, valuedOn: row!.day };
    expect(await errorsOf(() => post(where, { value }))).toEqual([['value.valuedOn', 'in_the_future']]);
    const item = await addItem(manager, where);
    expect(await errorsOf(() => patch(where, item, { value }))).toEqual([
      ['value.valuedOn', 'in_the_future'],
    ]);
  });

  it.each<[string, object, [string, string][]]>([
    ['a kind that is none', { kind: 'yacht' }, [['kind', 'invalid_value']]],
    ['no name', { name: ' ' }, [['name', 'too_small']]],
    ['a name of two lines', { name: 'a\nb' }, [['name', 'invalid_format']]],
    ['a name too long', { name: 'x'.repeat(101) }, [['name', 'too_big']]],
    ['an empty description', { description: '' }, [['description', 'too_small']]],
    ['a tab in a description', { description: 'a\tb' }, [['description', 'invalid_format']]],
    ['a description too long', { description: 'x'.repeat(2001) }, [['description', 'too_big']]],
    ['a country that is none', { country: 'XX' }, [['country', 'invalid_value']]],
    ['a country in small letters', { country: 'be' }, [['country', 'invalid_value']]],
    ['a currency that is none', { currency: 'EURO' }, [['currency', 'unknown_currency']]],
    ['a currency in small letters', { currency: 'eur' }, [['currency', 'unknown_currency']]],
    ['a currency of gold', { currency: '__proto__' }, [['currency', 'unknown_currency']]],
    ['a negative value', { value: { cents: -1, valuedOn: '2024-01-01' } }, [['value.cents', 'too_small']]],
    ['half a cent', { value: { cents: 0.5, valuedOn: '2024-01-01' } }, [['value.cents', 'invalid_type']]],
    [
      'a value as a text',
      { value: { cents: '1', valuedOn: '2024-01-01' } },
      [['value.cents', 'invalid_type']],
    ],
    ['a value without a day', { value: { cents: 1 } }, [['value.valuedOn', 'required']]],
    ['a day without a value', { value: { valuedOn: '2024-01-01' } }, [['value.cents', 'required']]],
    [
      'more than 10^13',
      { value: { cents: 10 ** 13 + 1, valuedOn: '2024-01-01' } },
      [['value.cents', 'too_big']],
    ],
    ['the year 1', { value: { cents: 1, valuedOn: '0001-01-01' } }, [['value.valuedOn', 'custom']]],
    [
      'no day of the calendar',
      { value: { cents: 1, valuedOn: '2023-02-29' } },
      [['value.valuedOn', 'invalid_format']],
    ],
    ['the year 2999', { value: { cents: 1, valuedOn: '2999-12-31' } }, [['value.valuedOn', 'in_the_future']]],
    ['nobody', { owners: [] }, [['owners', 'too_small']]],
  ])('%s', async (_name, fields, errors) => {
    const where = await dossier(manager);
    expect(await errorsOf(() => post(where, fields))).toEqual(errors);
    const item = await addItem(manager, where);
    expect(await errorsOf(() => patch(where, item, fields))).toEqual(errors);
  });

  it('1e300 and the like, which JSON can say, are refused', async () => {
    const where = await dossier(manager);
    for (const cents of ['1e300', '1e14', '-1e-300', '1.0000000001', '9007199254740993', '1e999']) {
      const raw = JSON.stringify(house(where)).replace('45000000', cents);
      const call = () =>
        manager.client.call('POST', itemsPath(where), undefined, {
          raw,
          headers: { 'Content-Type': 'application/json' },
        });
      expect((await errorsOf(call)).map(([field]) => field)).toEqual(['value.cents']);
    }
    for (const [cents, stored] of [
      ['1e13', 10 ** 13],
      ['0', 0],
      ['-0', 0],
      ['1.0', 1],
    ] as const) {
      const raw = JSON.stringify(house(where)).replace('45000000', cents);
      const answer = await manager.client.call('POST', itemsPath(where), undefined, {
        raw,
        headers: { 'Content-Type': 'application/json' },
      });
      expect([answer.status, answer.body.value?.cents]).toEqual([201, stored]);
    }
  });

  it.each([
    '0',
    '0/7',
    '2',
    '3/2',
    '1/0',
    '-1/2',
    '0.5',
    '1/2/3',
    '1/1000000000',
    '9'.repeat(300),
    '½',
    '',
    ' 1',
    'x',
  ])('a share of %s', async (share) => {
    const where = await dossier(manager);
    const owners = [full(null, '1/2'), full(where.holderId, share)];
    expect(await errorsOf(() => post(where, { owners }))).toEqual([['owners.1.share', 'not_a_share']]);
  });

  it('owners that make less or more than the whole: which half is said', async () => {
    const where = await dossier(manager);
    const messages = async (owners: object[]) => {
      const answer = await expectRefused(world, () => post(where, { owners }), 422, 'invalid');
      expect(fieldErrors(answer)).toEqual([['owners', 'does_not_add_up']]);
      return answer.body.errors[0].message;
    };
    const { holderId } = where;
    expect(await messages([full(holderId, '1/2')])).toBe(
      'Full ownership and usufruct add up to less than one. Full and bare ownership add up to less than one.',
    );
    expect(await messages([full(holderId, '1'), full(null, '1/999999999')])).toBe(
      'Full ownership and usufruct add up to more than one. Full and bare ownership add up to more than one.',
    );
    const half = [full(null, '1/2'), { personId: holderId, form: 'usufruct', share: '1/2' }];
    expect(await messages(half)).toBe('Full and bare ownership add up to less than one.');
    const bare = { personId: null, form: 'bare', share: '1/2' };
    expect(await messages([...half, bare, { personId: holderId, form: 'bare', share: '1/4' }])).toBe(
      'Full and bare ownership add up to more than one.',
    );
    expect(await messages([full(null, '1/3'), full(holderId, '333333333/500000000')])).toContain(
      'less than one',
    );
  });

  it('the same owner twice, a debt in halves, strangers: an entry for each, together', async () => {
    const where = await dossier(manager);
    const stranger = (await dossier(manager)).holderId;
    const removed = await person(manager, where);
    await manager.client.delete(`${where.path}/family/persons/${removed}`, 1);
    const owners = [
      full(where.holderId, '1/8'),
      full(where.holderId, '1/8'),
      full(stranger, '1/8'),
      full(removed, '1/8'),
      full(crypto.randomUUID(), '1/8'),
      full(null, '1/8'),
      { personId: where.holderId, form: 'usufruct', share: '1/8' },
      { personId: null, form: 'bare', share: '1/4' },
    ];
    const value = { cents: 1, valuedOn: '2024-02-29' };
    const errors = [
      ['owners.1', 'same_owner'],
      ['owners.6.form', 'debt_in_full'],
      ['owners.7.form', 'debt_in_full'],
      ['owners', 'does_not_add_up'],
      ['owners.2.personId', 'not_in_family'],
      ['owners.3.personId', 'not_in_family'],
      ['owners.4.personId', 'not_in_family'],
    ];
    expect(await errorsOf(() => post(where, { kind: 'loan', owners, value }))).toEqual(errors);
    const item = await addItem(manager, where);
    expect(await errorsOf(() => patch(where, item, { kind: 'loan', owners, value }))).toEqual(errors);
  });

  it('today is no day to come', async () => {
    const where = await dossier(manager);
    const [row] = await world.owner<{ day: string }[]>`
      select (now() at time zone 'Europe/Brussels')::date::text as day`;
    expect((await post(where, { value: { cents: 1, valuedOn: row!.day } })).status).toBe(201);
  });

  it('an asset in halves doesn’t become a debt, until its owners do', async () => {
    const where = await dossier(manager);
    const owners = [
      { personId: where.holderId, form: 'usufruct', share: '1' },
      { personId: null, form: 'bare', share: '1' },
    ];
    const item = await addItem(manager, where, { owners });
    expect(await errorsOf(() => patch(where, item, { kind: 'mortgage' }))).toEqual([
      ['owners.0.form', 'debt_in_full'],
      ['owners.1.form', 'debt_in_full'],
    ]);
    const change = { kind: 'mortgage', owners: [full(null, '1')] };
    expect((await patch(where, item, change)).body).toMatchObject({ ...change, version: 2 });
  });

  it('more than 50 owners', async () => {
    const where = await dossier(manager);
    const owners = Array.from({ length: 51 }, () => full(null, '1/51'));
    expect(await errorsOf(() => post(where, { owners }))).toEqual([['owners', 'too_big']]);
  });
});

describe('no more than 500', () => {
  const fill = async (where: Dossier, items: number) => {
    await world.owner`
      insert into wealth_items (id, dossier_id, kind, name, currency)
      select uuidv7(), ${where.id}, 'portfolio', 'x', 'EUR' from generate_series(1, ${items})`;
    await world.owner`
      insert into item_values select uuidv7(), id, '2024-01-01', 1 from wealth_items where dossier_id = ${where.id}`;
    await world.owner`
      insert into owners select id, null, 'full', 1, 1 from wealth_items where dossier_id = ${where.id}`;
  };

  it('items, also of some that come at once; a removed one makes room', async () => {
    const where = await dossier(manager);
    await fill(where, 498);
    const { owner } = world;
    let answers: Promise<Answer[]> | undefined;
    await owner.begin(async (sql: postgres.TransactionSql) => {
      // The owner of each of them is locked late: all are under way before one is done.
      await sql`select from persons where id = ${where.holderId} for update`;
      answers = Promise.all(Array.from({ length: 5 }, () => post(where)));
      const waiting = () => owner`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(waiting).toHaveLength(5);
    });
    const statuses = (await answers!).map((answer) => answer.status);
    expect(statuses.sort()).toEqual([201, 201, 409, 409, 409]);
    await expectRefused(world, () => post(where), 409, 'too_many');
    const { items } = await inventoryOf(manager, where);
    expect(items).toHaveLength(500);
    await manager.client.delete(itemPath(where, items[7].id), 1);
    expect((await post(where)).status).toBe(201);
  });

  it('values of an item', async () => {
    const where = await dossier(manager);
    const item = await addItem(manager, where);
    await world.owner`
      insert into item_values select uuidv7(), ${item.id}, '2000-01-01'::date + n, n from generate_series(1, 499) n`;
    const value = { cents: 1, valuedOn: '2020-01-01' };
    await expectRefused(world, () => patch(where, item, { value }), 409, 'too_many');
    const known = { cents: 7, valuedOn: '2000-01-02' };
    const corrected = await patch(where, item, { value: known });
    expect([corrected.status, corrected.body.values.length, corrected.body.values.at(-1)]).toEqual([
      200,
      500,
      { id: expect.any(String), ...known },
    ]);
  });
});
