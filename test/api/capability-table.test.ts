import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docsRouter } from '../../src/api/openapi/docs.ts';
import { routes } from '../../src/api/routes.ts';
import { session } from '../support/by-sql.ts';
import { type At, callers, type House, house, place } from '../support/capability-entries/callers.ts';
import { entries } from '../support/capability-entries/entries.ts';
import { type Entry, expected, nameOf, outcome, prepared } from '../support/capability-entries/entry.ts';
import { documentation } from '../support/capability-entries/outside.ts';
import { type Answer, Client } from '../support/client.ts';
import { heldToContract } from '../support/contract.ts';
import { fingerprint } from '../support/rejected.ts';
import { createWorld } from '../support/world.ts';

const documented = docsRouter().stack.map(({ path }) => `get ${path}`);
const all = [...routes.map(({ method, path }) => `${method} ${path}`), ...documented];

describe('the table of calls', () => {
  test('no route is without an entry', () => {
    expect(all.filter((route) => !entries.some((entry) => entry.route === route))).toEqual([]);
  });

  test('no entry is of a route that is gone', () => {
    expect(entries.filter(({ route }) => !all.includes(route)).map(nameOf)).toEqual([]);
  });
});

describe('every role, right, section and verb', () => {
  let world: ReturnType<typeof heldToContract>;
  let everybody: House;
  beforeAll(async () => {
    world = heldToContract(await createWorld());
    everybody = await house(world);
  });
  afterAll(async () => {
    await world.close();
    expect(world.breaches).toEqual([]);
  });

  /** A route for strangers looks nobody up: these stand for everybody there. */
  const standing = ['manager', 'nobody signed in'];

  /** With a session of its own where the call may end it, and without the contract where it isn't of it. */
  async function by(entry: Entry, at: At): Promise<At> {
    if (documentation.includes(entry)) return { ...at, client: new Client(world.baseUrl) };
    if (!entry.ownSession) return at;
    return { ...at, client: at.me ? await session(world, at.me) : world.client() };
  }

  test.each(callers)('$label', async (caller) => {
    await world.owner`delete from limits`;
    const at = await place(everybody, caller);
    const his = entries.filter((entry) => !entry.open || standing.includes(caller.label));
    const isAllowed = (entry: Entry) => !expected(entry, at).includes(' ');
    const called: [entry: string, outcome: string][] = [];
    const note = (entry: Entry, answer: Answer) => {
      called.push([nameOf(entry), outcome(answer)]);
      // What somebody may see is true of this moment alone.
      if (!documentation.includes(entry)) expect(answer.headers.get('cache-control')).toBe('no-store');
    };

    const refused = his.filter((entry) => !isAllowed(entry));
    const calls = [];
    for (const entry of refused) calls.push(await prepared(entry, await by(entry, at)));
    const before = await fingerprint(world);
    const answers = await Promise.all(calls.map((call) => call()));
    expect(await fingerprint(world)).toEqual(before);
    for (const [i, entry] of refused.entries()) note(entry, answers[i]!);

    for (const entry of his.filter(isAllowed)) {
      const answer = await (await prepared(entry, await by(entry, at)))();
      note(entry, answer);
      entry.check?.(answer, at);
    }
    const table = his.map((entry) => [nameOf(entry), expected(entry, at)]);
    expect(Object.fromEntries(called)).toEqual(Object.fromEntries(table));
  });
});
