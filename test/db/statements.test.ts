import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { createAuth } from '../../src/api/auth/auth.ts';
import { connect, type Database } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { Client } from '../support/client.ts';
import { importFile, onePerson, persons } from '../support/gedcom.ts';
import {
  advisor,
  type Dossier,
  dossier,
  firm,
  give,
  member,
  newEmail,
  newPhone,
  person,
  signIn,
} from '../support/people.ts';
import { type Statement, Wire } from '../support/wire.ts';
import { createWorld, type World } from '../support/world.ts';

/** The API a second time, over one connection that is listened to. */
let world: World;
let wire: Wire;
let db: Database;
let server: Server;
let manager: { client: Client };

beforeAll(async () => {
  world = await createWorld();
  const somebody = await member(world, await firm(world));
  wire = new Wire(world.url);
  db = connect(await wire.listen(), { max: 1 });
  const { config, sendText } = world.services;
  const auth = createAuth({ db, config, sendText, nudge: () => {} });
  const app = createApp({ ...world.services, db, auth }, createLog('silent'));
  server = createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  manager = { client: await signIn({ ...world, client: () => new Client(baseUrl) }, somebody) };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await db.close();
  await wire.close();
  await world.close();
});

const verb = ({ text }: Statement) => text.trim().split(/\s+/, 1)[0]!.toLowerCase();

/** Who is signed in. */
const lookUp = /from sessions s join accounts a/;
const isLookUp = ({ text }: Statement) => lookUp.test(text);

/** What lies between BEGIN and COMMIT, and what comes before. */
function transactionIn(statements: Statement[]) {
  const verbs = statements.map(verb);
  const [begin, commit] = [verbs.indexOf('begin'), verbs.indexOf('commit')];
  expect(verbs.filter((one) => one === 'begin' || one === 'commit')).toEqual(['begin', 'commit']);
  expect(commit).toBe(statements.length - 1);
  return { before: statements.slice(0, begin), inside: statements.slice(begin + 1, commit) };
}

const save = async (d: Dossier, personId: string, body: object) => {
  const answer = await manager.client.put(`${d.path}/access-rights/persons/${personId}`, body);
  expect(answer.status).toBe(200);
};
const newRight = () => ({ email: newEmail('p'), phone: newPhone(), right: 'read_only' });

describe('fast by shape: a save', () => {
  test('that gives access takes two prepared statements between BEGIN and COMMIT, one round trip each', async () => {
    const d = await dossier(manager);
    const persons = [await person(manager, d), await person(manager, d), await person(manager, d)];
    await save(d, persons[0]!, newRight());
    for (const personId of persons.slice(1)) {
      const { statements, roundTrips } = await wire.during(() => save(d, personId, newRight()));
      const { before, inside } = transactionIn(statements);
      expect(inside.map(verb)).toEqual(['select', 'with']);
      expect(inside[0]!.text).toMatch(/for share of d\s+for no key update of p/);
      for (const statement of inside) {
        expect(statement.name).not.toBe('');
        expect(statement.parsed).toBe(false);
      }
      // The session's look-up comes first, prepared too, then BEGIN, the two, COMMIT.
      expect(before.map(isLookUp)).toEqual([true]);
      expect(before[0]).toMatchObject({ name: expect.stringMatching(/./), parsed: false });
      expect(roundTrips).toBe(5);
    }
  });

  test('that corrects, changes or withdraws takes the same two', async () => {
    const d = await dossier(manager);
    const personId = await person(manager, d);
    await save(d, personId, newRight());
    for (const body of [newRight(), { right: 'read_write' }, { right: 'none' }]) {
      const { statements } = await wire.during(() => save(d, personId, body));
      expect(transactionIn(statements).inside.map(verb)).toEqual(['select', 'with']);
    }
  });

  test('that changes nothing takes the first alone, and a refused one too', async () => {
    const d = await dossier(manager);
    const personId = await person(manager, d);
    const right = newRight();
    await save(d, personId, right);
    const same = await wire.during(() => save(d, personId, right));
    expect(transactionIn(same.statements).inside.map(verb)).toEqual(['select']);
    await give(manager, d, d.holderId);
    const refused = await wire.during(async () => {
      const path = `${d.path}/access-rights/persons/${d.holderId}`;
      expect((await manager.client.put(path, { right: 'none' })).status).toBe(409);
    });
    expect(refused.statements.map(verb).slice(-3)).toEqual(['begin', 'select', 'rollback']);
  });
});

describe('fast by shape: many saves in one call', () => {
  const saveMany = async (d: Dossier, lines: { persons: object[]; advisors: object[] }) => {
    const { statements } = await wire.during(async () => {
      expect((await manager.client.put(`${d.path}/access-rights`, lines)).status).toBe(200);
    });
    return transactionIn(statements).inside;
  };

  test('100 lines take as many statements as 2: one locks, one reads, one writes', async () => {
    for (const count of [1, 99]) {
      const d = await dossier(manager);
      await fill(d, count);
      const advisors = [{ id: (await advisor(manager, d)).id, right: 'read_only' }];
      const persons = await world.owner<{ id: string; email: string }[]>`
        select id, id || '@people.test' as email from persons where dossier_id = ${d.id} and central is null`;
      const contact = persons.map(({ id, email }) => ({ id, email, phone: '+32470123456' }));
      const withRight = (right: string) => contact.map((one) => ({ ...one, right }));
      const gave = await saveMany(d, { persons: withRight('read_only'), advisors });
      expect(gave.map(verb)).toEqual(['with', 'with', 'with']);
      expect(gave[0]!.text).toMatch(/for share of d/);
      const changed = await saveMany(d, {
        persons: withRight('read_write'),
        advisors: [{ ...advisors[0]!, right: 'read_write' }],
      });
      expect(changed.map(verb)).toEqual(['with', 'with', 'with']);
      const same = await saveMany(d, {
        persons: withRight('read_write'),
        advisors: [{ ...advisors[0]!, right: 'read_write' }],
      });
      expect(same.map(verb)).toEqual(['with', 'with']);
    }
  });
});

describe('fast by shape: an import', () => {
  test('of 1,900 persons takes as many statements as one of a single person, and one of them writes', async () => {
    const asked = async (file: string) => {
      const d = await dossier(manager);
      const { statements } = await wire.during(async () => {
        expect((await importFile(manager, d, file)).status).toBe(201);
      });
      return transactionIn(statements).inside.map(verb);
    };
    const few = await asked(onePerson());
    expect(await asked(persons(1900))).toEqual(few);
    expect(few.filter((one) => one !== 'select')).toEqual(['with']);
  });
});

describe('fast by shape: what is read', () => {
  test.each([
    ['', 1],
    ['/access-rights', 2],
    ['/family', 4],
    ['/wealth/items', 2],
    ['/wealth/items/csv', 3],
    ['/family/gedcom', 4],
    ['/advisors', 2],
    ['/simulations', 2],
  ] as const)(
    "GET of the dossier's '%s' takes %i statements for 2 persons and for 200, after the session look-up",
    async (path, statements) => {
      const [small, large] = [await dossier(manager), await dossier(manager)];
      await fill(small, 1);
      await fill(large, 199);
      const count = async (d: Dossier) => {
        const asked = await wire.during(async () => {
          expect((await manager.client.get(d.path + path)).status).toBe(200);
        });
        return asked.statements.map(({ text }) => text);
      };
      const few = await count(small);
      expect(await count(large)).toEqual(few);
      expect(few.slice(1)).toHaveLength(statements);
      expect(few[0]).toMatch(lookUp);
    },
  );
});

/** So many more persons, half of them with access, an advisor, and as many items in the inventory. */
async function fill(d: Dossier, persons: number) {
  await advisor(manager, d);
  await world.owner`
      with new as (
        insert into persons (id, dossier_id, first_name, last_name)
        select uuidv7(), ${d.id}, 'Léa', 'Dupont ' || n from generate_series(1, ${persons}) n returning id)
      insert into grants (id, firm_id, dossier_id, person_id, "right", email, phone, given_at, state)
      select uuidv7(), d.firm_id, d.id, new.id, 'read_only', new.id || '@people.test', '+32470000000', now(), 'queued'
      from new join dossiers d on d.id = ${d.id} where new.id::text ~ '[02468ace]$'`;
  await world.owner`
      with new as (
        insert into wealth_items (id, dossier_id, kind, name, currency)
        select uuidv7(), ${d.id}, 'portfolio', 'x', 'EUR' from generate_series(1, ${persons}) returning id),
      valued as (insert into item_values select uuidv7(), id, '2024-01-01', 1 from new)
      insert into owners select id, ${d.holderId}, 'full', 1, 1 from new`;
}
