import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '../../src/api/routes.ts';
import { problems } from '../../src/domain/problems.ts';
import { letIn } from '../support/by-sql.ts';
import { type At, callers, type House, house, place } from '../support/capability-entries/callers.ts';
import { entries } from '../support/capability-entries/entries.ts';
import {
  callOf,
  type Entry,
  expected,
  nameOf,
  outcome,
  prepared,
  type Sent,
} from '../support/capability-entries/entry.ts';
import type { Answer } from '../support/client.ts';
import { heldToContract } from '../support/contract.ts';
import { fingerprint } from '../support/rejected.ts';
import { createWorld } from '../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let everybody: House;
const advisor: Record<'read_write' | 'read_only', At> = {} as never;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  everybody = await house(world);
});
beforeEach(async () => {
  for (const right of ['read_write', 'read_only'] as const) {
    const caller = callers.find(({ label }) => label === `advisor ${right}`)!;
    advisor[right] = await place(everybody, caller);
  }
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const dossier = '/api/dossiers/:d/';
const named = routes.map((route) => ({ ...route, name: `${route.method} ${route.path}` }));
/** The routes of sections, as the addresses have it. */
const routesOf = (...sections: string[]) =>
  named.filter(({ path }) => sections.some((section) => `${path}/`.startsWith(`${dossier}${section}/`)));
const isRead = ({ method }: { method: string }) => method === 'get';
const entriesOf = (name: string) => entries.filter((entry) => entry.route === name);

const writes = routesOf('family', 'wealth', 'donations').filter((route) => !isRead(route));
const made = routesOf('simulations', 'reports');
const making = made.filter((route) => !isRead(route));
const cases = (list: typeof named) => list.map(({ name }) => name);

/** Simulations and reports, and what was meant to make one. */
const creations = async () => {
  const { owner } = world;
  return {
    simulations: [...(await owner`select * from simulations order by id`)],
    reports: [...(await owner`select * from reports order by id`)],
    owed: [...(await owner`select task from owed where task->>'kind' = 'report' order by id`)],
  };
};

describe('R7: an advisor with read_write writes in family, wealth and donations', () => {
  test.each(cases(writes))('%s', async (name) => {
    const his = entriesOf(name).filter((entry) => expected(entry, advisor.read_write) === String(entry.ok));
    expect(his.length).toBeGreaterThan(0);
    for (const entry of his) {
      const call = await prepared(entry, advisor.read_write);
      const before = await fingerprint(world);
      expect([nameOf(entry), outcome(await call())]).toEqual([nameOf(entry), String(entry.ok)]);
      const isChanged = JSON.stringify(await fingerprint(world)) !== JSON.stringify(before);
      expect([nameOf(entry), isChanged]).toEqual([nameOf(entry), !name.endsWith('/preview')]);
    }
  });

  test.each(cases(writes))('%s: not with read_only', async (name) => {
    for (const entry of entriesOf(name)) {
      const call = await prepared(entry, advisor.read_only);
      const before = await fingerprint(world);
      expect(outcome(await call())).toBe('403 not_permitted');
      expect(await fingerprint(world)).toEqual(before);
    }
  });
});

/** A call as it should be, and as it should not: permission comes first. */
async function variants(entry: Entry, at: At): Promise<(() => Promise<Answer>)[]> {
  const sent = (await entry.request?.(at)) ?? {};
  const call = callOf(entry, at, sent);
  if (entry.route.startsWith('delete')) return [() => call(), () => call(null), () => call(9)];
  const otherwise: Partial<Sent>[] = [
    { headers: { 'Idempotency-Key': 'once' } },
    { raw: '{}', headers: { 'Content-Type': 'application/json' } },
    { raw: '{', headers: { 'Content-Type': 'application/json' } },
    { raw: 'x', headers: { 'Content-Type': 'text/plain' } },
  ];
  const calls = otherwise.map((changed) => callOf(entry, at, { ...sent, ...changed }));
  return [() => call(), () => call(null), ...calls];
}

describe('R7: an advisor creates neither simulations nor reports', () => {
  test('there are ways to create both, and each is tried', () => {
    for (const section of ['simulations', 'reports']) {
      const all = routesOf(section);
      expect(all.some((route) => route.creates)).toBe(all.length > 0);
    }
    for (const { name } of making) expect(entriesOf(name)).not.toEqual([]);
  });

  describe.each(['read_write', 'read_only'] as const)('%s', (right) => {
    test.each(cases(making))('%s: 403, and why', async (name) => {
      for (const entry of entriesOf(name)) {
        const calls = await variants(entry, advisor[right]);
        const [before, rows] = [await fingerprint(world), await creations()];
        for (const call of calls) {
          const { status, body } = await call();
          expect({ status, code: body.code, detail: body.detail }).toEqual({
            status: 403,
            code: 'advisor_creates_nothing',
            detail: problems.advisor_creates_nothing[1],
          });
        }
        expect(await creations()).toEqual(rows);
        expect(await fingerprint(world)).toEqual(before);
      }
    });

    test('no call of the whole API makes one', async () => {
      const at = advisor[right];
      const calls = [];
      for (const entry of entries.filter(
        ({ route }) => route.includes(dossier) && !route.startsWith('get'),
      )) {
        calls.push(await prepared(entry, at));
      }
      const rows = await creations();
      for (const call of calls) await call();
      const { simulations, reports, owed } = await creations();
      expect([simulations.length, reports.length]).toEqual([rows.simulations.length, rows.reports.length]);
      expect(owed).toEqual(rows.owed);
    });
  });

  test('he reads them', async () => {
    for (const { name } of made.filter(isRead)) {
      for (const entry of entriesOf(name)) {
        const answer = await (await prepared(entry, advisor.read_only))();
        expect([name, outcome(answer)]).toEqual([name, expected(entry, advisor.read_only)]);
      }
    }
  });

  test('R14: the cousin who is also the notary creates as the cousin, as long as he is one', async () => {
    const at = advisor.read_write;
    await letIn(world, at.where, at.me!, 'family_member', 'read_write');
    for (const { name } of making) {
      const entry = entriesOf(name)[0]!;
      expect([name, outcome(await (await prepared(entry, at))())]).toEqual([name, String(entry.ok)]);
    }
    await world.owner`
      update grants set "right" = 'read_only' where dossier_id = ${at.where.id} and person_id is not null`;
    for (const { name } of making) {
      const answer = await (await prepared(entriesOf(name)[0]!, at))();
      expect([name, outcome(answer)]).toEqual([name, '403 advisor_creates_nothing']);
    }
  });
});
