import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, fieldErrors } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Dossier, dossier, firm, member, type Somebody } from '../../support/people.ts';
import { addItem, inventoryOf, itemPath } from '../../support/wealth.ts';
import { createWorld } from '../../support/world.ts';

/* The values of an item over time, and two people who change an item at once. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;
let colleague: Somebody;
let where: Dossier;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  const team = await firm(world);
  const [one, other] = [await member(world, team), await member(world, team)];
  [manager, colleague] = [one, other];
  where = await dossier(manager);
  const access = { mode: 'listed', memberIds: [other.memberId] };
  await manager.client.put(`${where.path}/team-access`, access);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const patch = (item: { id: string; version: number }, change: object, by = manager) =>
  by.client.patch(itemPath(where, item.id), item.version, change);
const dropValue = (item: { id: string; version: number | null }, valueId: string, by = manager) =>
  by.client.delete(`${itemPath(where, item.id)}/values/${valueId}`, item.version);
const value = (valuedOn: string, cents: number) => ({ cents, valuedOn });
const historyOf = ({ body }: { body: { values: { cents: number; valuedOn: string }[] } }) =>
  body.values.map(({ valuedOn, cents }) => [valuedOn, cents]);

describe('the history of a value', () => {
  it('gets another day’s value added and a known day’s corrected; the newest day is the present one', async () => {
    const item = await addItem(manager, where, { value: value('2024-06-30', 100) });
    const later = await patch(item, { value: value('2025-01-01', 300) });
    expect([later.body.value, historyOf(later)]).toEqual([
      value('2025-01-01', 300),
      [
        ['2025-01-01', 300],
        ['2024-06-30', 100],
      ],
    ]);
    const earlier = await patch(later.body, { value: value('1999-12-31', 50) });
    expect(earlier.body.value).toEqual(value('2025-01-01', 300));
    const corrected = await patch(earlier.body, { value: value('2024-06-30', 200) });
    expect(historyOf(corrected)).toEqual([
      ['2025-01-01', 300],
      ['2024-06-30', 200],
      ['1999-12-31', 50],
    ]);
    const ids = ({ body }: typeof later) => body.values.map(({ id }: { id: string }) => id);
    expect(ids(corrected)).toEqual(ids(earlier));
    const { items, totals } = await inventoryOf(manager, where);
    expect(items.find(({ id }: { id: string }) => id === item.id).value).toEqual(value('2025-01-01', 300));
    expect(totals.net).toEqual([{ currency: 'EUR', assets: 300, debts: 0, net: 300 }]);
  });

  it('loses a mistyped value, never the last; each is a change of the item', async () => {
    const item = await addItem(manager, where, { value: value('2024-06-30', 100) });
    const typed = (await patch(item, { value: value('2025-01-01', 9) })).body;
    const [wrong, right] = typed.values.map(({ id }: { id: string }) => id);
    await expectRefused(world, () => dropValue({ ...item, version: null }, wrong), 428, 'version_needed');
    await expectRefused(world, () => dropValue(item, wrong), 412, 'version_stale');
    const dropped = await dropValue(typed, wrong);
    expect([dropped.status, dropped.headers.get('etag'), dropped.body]).toEqual([
      200,
      '"3"',
      { ...item, version: 3 },
    ]);
    await expectRefused(world, () => dropValue(dropped.body, wrong), 404, 'not_found');
    await expectRefused(world, () => dropValue(dropped.body, right), 409, 'last_value');
  });

  it('of two who drop the last two values at once, one does', async () => {
    const item = await addItem(manager, where, { value: value('2024-06-30', 100) });
    const { body } = await patch(item, { value: value('2025-01-01', 9) });
    const answers = await Promise.all(
      body.values.map(({ id }: { id: string }, i: number) => dropValue(body, id, [manager, colleague][i])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('holds its currency: it is corrected while there is one value, with or without its amount', async () => {
    const item = await addItem(manager, where, { value: value('2024-06-30', 100) });
    const yen = await patch(item, { currency: 'JPY' });
    expect(yen.body).toMatchObject({ currency: 'JPY', value: value('2024-06-30', 100) });
    const francs = await patch(yen.body, { currency: 'CHF', value: value('2024-06-30', 10000) });
    expect(francs.body).toMatchObject({ currency: 'CHF', value: value('2024-06-30', 10000) });
    const refusedWith = async (at: { id: string; version: number }, change: object) =>
      fieldErrors(await expectRefused(world, () => patch(at, change), 422, 'invalid'));
    const history = [['currency', 'has_history']];
    const another = { currency: 'EUR', value: value('2025-01-01', 1) };
    expect(await refusedWith(francs.body, another)).toEqual(history);
    const two = (await patch(francs.body, { value: value('2025-01-01', 1) })).body;
    expect(await refusedWith(two, { currency: 'EUR' })).toEqual(history);
    expect(await refusedWith(two, another)).toEqual(history);
    const same = await patch(two, { currency: 'CHF', value: value('2025-02-02', 2) });
    expect(same.body).toMatchObject({ currency: 'CHF', version: 5 });
  });
});

describe('two who change an item', () => {
  it('the second is told what has changed since he read it, and how it stands now', async () => {
    const item = await addItem(manager, where, { value: value('2024-06-30', 100) });
    const owners = [{ personId: null, form: 'full', share: '1' }];
    const first = await patch(item, { name: 'Autre', owners, value: value('2025-01-01', 7) }, colleague);
    const refused = await expectRefused(world, () => patch(item, { name: 'Mien' }), 412, 'version_stale');
    expect(refused.body.current).toEqual(first.body);
    expect(refused.body.changed).toEqual(
      expect.arrayContaining([
        { field: 'name', was: item.name, is: 'Autre' },
        { field: 'owners', was: item.owners, is: owners },
        { field: 'value', was: item.value, is: value('2025-01-01', 7) },
        { field: 'values', was: item.values, is: first.body.values },
      ]),
    );
    expect(refused.body.changed).toHaveLength(4);
    expect((await patch(first.body, { name: 'Mien' })).body).toMatchObject({ name: 'Mien', version: 3 });
  });

  it('also by a value that was dropped, and by who removes the item', async () => {
    const item = await addItem(manager, where, { value: value('2024-06-30', 100) });
    const two = (await patch(item, { value: value('2000-01-01', 7) })).body;
    const one = (await dropValue(two, two.values[1].id, colleague)).body;
    const call = () => manager.client.delete(itemPath(where, item.id), two.version);
    const refused = await expectRefused(world, call, 412, 'version_stale');
    expect([refused.body.current, refused.body.changed]).toEqual([
      one,
      [{ field: 'values', was: two.values, is: one.values }],
    ]);
    const ages = await expectRefused(world, () => patch(item, {}), 412, 'version_stale');
    expect(ages.body.changed).toEqual([]);
  });

  it('of two at the same moment, one saves', async () => {
    const item = await addItem(manager, where);
    const answers = await Promise.all([
      patch(item, { name: 'Un' }),
      patch(item, { name: 'Deux' }, colleague),
      patch(item, { value: value('2025-01-01', 7) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const current = (await manager.client.get(itemPath(where, item.id))).body;
    expect(current.version).toBe(2);
    for (const { status, body } of answers) expect(status === 200 ? body : body.current).toEqual(current);
  });

  it('is refused without a version, by name', async () => {
    const item = await addItem(manager, where);
    const path = itemPath(where, item.id);
    await expectRefused(world, () => manager.client.patch(path, null, { name: 'x' }), 428, 'version_needed');
    await expectRefused(world, () => manager.client.delete(path, null), 428, 'version_needed');
    await expectRefused(world, () => manager.client.delete(path, 2), 412, 'version_stale');
  });
});
