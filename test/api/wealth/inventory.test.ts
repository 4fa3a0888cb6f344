import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GrantedRight } from '../../../src/domain/words.ts';
import { admit, advisorPath, engage, everything, expectRefused } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Dossier, dossier, firm, insider, member, person, type Somebody } from '../../support/people.ts';
import { addItem, house, inventoryOf, itemPath, itemsPath } from '../../support/wealth.ts';
import { createWorld } from '../../support/world.ts';

/* The inventory as a whole: its totals, and who may do what in it. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;
let outsider: Somebody;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  const elsewhere = await dossier(manager);
  outsider = await insider(world, manager, elsewhere, elsewhere.holderId);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

describe('totals', () => {
  it('by currency, person, kind and form, from the newest values, to the cent', async () => {
    const where = await dossier(manager, { couple: true });
    const { holderId, coHolderId } = where;
    const child = await person(manager, where);
    const own = (personId: string | null, form: string, share = '1') => ({ personId, form, share });
    const value = (cents: number) => ({ cents, valuedOn: '2024-01-01' });
    await addItem(manager, where, {
      value: value(100_000_01),
      owners: [own(holderId, 'full', '1/2'), own(coHolderId, 'usufruct', '1/2'), own(child, 'bare', '1/2')],
    });
    const thirds = [holderId, coHolderId, null].map((personId) => own(personId, 'full', '1/3'));
    await addItem(manager, where, { kind: 'bank_account', value: value(1_00), owners: thirds });
    const loan = { kind: 'loan', value: value(50_00), owners: [own(holderId, 'full')] };
    await addItem(manager, where, loan);
    await addItem(manager, where, { kind: 'portfolio', currency: 'JPY', value: value(5) });
    const removed = await addItem(manager, where, { kind: 'portfolio', value: value(7_00) });
    await manager.client.delete(itemPath(where, removed.id), 1);

    const none = { full: 0, usufruct: 0, bare: 0, debts: 0, net: 0, currency: 'EUR' };
    expect((await inventoryOf(manager, where)).totals).toEqual({
      net: [
        { currency: 'EUR', assets: 100_001_01, debts: 50_00, net: 99_951_01 },
        { currency: 'JPY', assets: 5, debts: 0, net: 5 },
      ],
      byPerson: [
        { ...none, personId: holderId, full: 50_000_35, debts: 50_00, net: 49_950_35 },
        { ...none, personId: coHolderId, full: 33, usufruct: 50_000_00, net: 33 },
        { ...none, personId: child, bare: 50_000_00 },
        { ...none, personId: null, full: 33, net: 33 },
        { ...none, personId: holderId, currency: 'JPY', full: 5, net: 5 },
      ],
      byKind: [
        { kind: 'real_estate', currency: 'EUR', cents: 100_000_01 },
        { kind: 'bank_account', currency: 'EUR', cents: 1_00 },
        { kind: 'loan', currency: 'EUR', cents: 50_00 },
        { kind: 'portfolio', currency: 'JPY', cents: 5 },
      ],
      byForm: [
        { form: 'full', currency: 'EUR', cents: 50_001_01 },
        { form: 'usufruct', currency: 'EUR', cents: 50_000_00 },
        { form: 'bare', currency: 'EUR', cents: 50_000_00 },
        { form: 'full', currency: 'JPY', cents: 5 },
      ],
    });
  });
});

describe('who may', () => {
  /** Every call of the section; each would be carried out for who may write. */
  async function callsIn(where: Dossier) {
    const item = await addItem(manager, where);
    const value = { cents: 1, valuedOn: '2020-01-01' };
    const { body } = await manager.client.patch(itemPath(where, item.id), 1, { value });
    const [path, items] = [itemPath(where, item.id), itemsPath(where)];
    const csv = { 'Content-Type': 'text/csv' };
    const lines = 'kind,name,value,currency,valued_on,owners\nloan,x,1,EUR,2020-01-01,full outside 1';
    const match = { 'If-Match': '"2"' };
    type Call = [string, string, object | undefined, { headers?: Record<string, string>; raw?: string }];
    const reads: Call[] = [
      ['GET', items, undefined, {}],
      ['GET', path, undefined, {}],
      ['GET', `${items}/csv`, undefined, {}],
    ];
    const writes: Call[] = [
      ['POST', items, house(where), {}],
      ['POST', `${items}/csv/preview`, undefined, { headers: csv, raw: lines }],
      ['POST', `${items}/csv`, undefined, { headers: csv, raw: lines }],
      ['PATCH', path, { name: 'x' }, { headers: match }],
      ['DELETE', `${path}/values/${body.values[1].id}`, undefined, { headers: { 'If-Match': '"3"' } }],
      ['DELETE', path, undefined, { headers: { 'If-Match': '"4"' } }],
    ];
    return { reads, writes };
  }

  async function expectAll(by: Somebody, calls: Awaited<ReturnType<typeof callsIn>>['reads'], code: string) {
    const before = await everything(world);
    for (const [method, path, body, options] of calls) {
      const nonsense = { ...options, raw: '{', headers: { 'Content-Type': 'text/html' } };
      for (const sent of method === 'GET' ? [options] : [options, {}, nonsense]) {
        const answer = await by.client.call(method, path, 'raw' in sent ? undefined : body, sent);
        expect([method, path, answer.body?.code]).toEqual([method, path, code]);
      }
    }
    expect(await everything(world)).toEqual(before);
  }

  async function expectDone(by: Somebody, calls: Awaited<ReturnType<typeof callsIn>>['reads']) {
    for (const [method, path, body, options] of calls) {
      const answer = await by.client.call(method, path, body, options);
      expect([method, path, answer.status < 300]).toEqual([method, path, true]);
    }
  }

  it('R17: who has no access finds nothing, whatever he sends', async () => {
    const { reads, writes } = await callsIn(await dossier(manager));
    await expectAll(outsider, [...reads, ...writes], 'not_found');
  });

  it('R8: the firm’s admin without access reads and writes nothing', async () => {
    const other = await firm(world, 'Autre');
    const { client } = other.admin;
    const path = itemsPath(await dossier(await member(world, other)));
    await expectRefused(world, () => client.get(path), 403, 'not_permitted');
    await expectRefused(world, () => client.post(path, {}), 403, 'not_permitted');
  });

  it.each<GrantedRight>(['read_only', 'read_write'])(
    'a family member with %s; a change of right holds from the next call on',
    async (right) => {
      const where = await dossier(manager);
      const cousin = await person(manager, where);
      await admit(manager, where, cousin, outsider, right);
      const { reads, writes } = await callsIn(where);
      await expectDone(outsider, reads);
      if (right === 'read_only') {
        await expectAll(outsider, writes, 'not_permitted');
        await manager.client.put(`${where.path}/access-rights/persons/${cousin}`, { right: 'read_write' });
      }
      await expectDone(outsider, writes);
      await manager.client.put(`${where.path}/access-rights/persons/${cousin}`, { right: 'none' });
      await expectAll(outsider, [...reads, ...writes], 'not_found');
    },
  );

  it('R7: an advisor writes with read_write, and reads with read_only', async () => {
    const where = await dossier(manager);
    const { id } = await engage(manager, where, 'read_only', outsider);
    const { reads, writes } = await callsIn(where);
    await expectDone(outsider, reads);
    await expectAll(outsider, writes, 'not_permitted');
    await manager.client.put(advisorPath(where, id), { right: 'read_write' });
    await expectDone(outsider, writes);
  });
});
