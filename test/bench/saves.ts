import { deepStrictEqual } from 'node:assert/strict';
import { Agent, request } from 'node:http';
import type postgres from 'postgres';
import { Changes } from '../../src/db/changes.ts';
import { connect, type Queries } from '../../src/db/client.ts';
import { lockLine } from '../../src/db/queries/line-facts.ts';
import { type Dossier, dossier } from '../support/people.ts';
import { type Statement, Wire } from '../support/wire.ts';
import { type Figure, rateOf, takingTurns } from './figures.ts';
import { type HeardApi, hearApi } from './heard-api.ts';
import { addPending, type Surroundings } from './surroundings.ts';

const atOnce = 16;

type Person = { d: Dossier; id: string; right: 'read_only' | 'read_write' };
type Caller = { accountId: string; email: string };
type Around = Pick<Surroundings, 'databaseUrl' | 'env' | 'manager' | 'owner' | 'baseUrl'>;

/**
 * Saves that change a pending right, over HTTP, against the statements that such a save takes, sent directly by the
 * same driver, prepared where they are, between the same BEGIN and COMMIT. Each lane has persons of its own.
 */
export async function measureSaves(
  around: Around,
  { rounds, saves }: { rounds: number; saves: number },
): Promise<Figure> {
  const { databaseUrl, manager, baseUrl } = around;
  const lanes = await Promise.all(Array.from({ length: atOnce }, () => persons(around, 4)));
  const { body: me } = await manager.client.get('/api/me');
  const caller: Caller = { accountId: me.id, email: me.email };
  const api = await hearApi(around);
  const db = connect(databaseUrl, { max: atOnce });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    const lookUps = await sameStatements(around, api, caller);
    const put = putter(baseUrl, manager.client.cookie, agent);
    const saving = (save: (person: Person) => Promise<unknown>) => () =>
      rateOf(saves, atOnce, (_, lane) => {
        const person = lanes[lane]!.shift()!;
        lanes[lane]!.push(person);
        person.right = other(person.right);
        return save(person);
      });
    const compared = await takingTurns(
      rounds,
      saving(({ d, id, right }) => put(pathOf(d, id), { right })),
      saving((person) => saveDirectly(db, lookUps, caller, person)),
    );
    const name = 'saves over HTTP, against their statements sent directly, 16 at once';
    return { name, ...compared, unit: 'a second', limit: { atLeast: 0.5 } };
  } finally {
    agent.destroy();
    await db.close();
    await api.close();
  }
}

/**
 * Makes sure that both ways send PostgreSQL the same statements.
 * @returns those with which the API finds out who is signed in
 */
async function sameStatements(around: Around, api: HeardApi, caller: Caller): Promise<Statement[]> {
  const [person] = await persons(around, 1);
  const heard = await api.statementsOf(async () => {
    person!.right = other(person!.right);
    const { status } = await api.client.put(pathOf(person!.d, person!.id), { right: person!.right });
    if (status !== 200) throw new Error(`a save was answered ${status}`);
  });
  const lookUps = heard.slice(
    0,
    heard.findIndex(({ text }) => /^begin/i.test(text)),
  );
  const wire = new Wire(around.databaseUrl);
  const db = connect(await wire.listen(), { max: 1 });
  try {
    const save = () => {
      person!.right = other(person!.right);
      return saveDirectly(db, lookUps, caller, person!);
    };
    await save();
    const { statements } = await wire.during(save);
    const texts = (all: Statement[]) =>
      all.map(({ text, name }) => `${name ? 'prepared' : 'new'}: ${text.trim()}`);
    deepStrictEqual(texts(statements), texts(heard));
  } finally {
    await db.close();
    await wire.close();
  }
  return lookUps;
}

/** A save as PostgreSQL sees it. */
async function saveDirectly(db: Queries, lookUps: Statement[], caller: Caller, person: Person) {
  const sql = db.sql as postgres.Sql;
  const { d, id, right } = person;
  for (const { text, parameters, name } of lookUps)
    await sql.unsafe(text, parameters, { prepare: name !== '' });
  await sql.begin(async (tx) => {
    const queries = { sql: tx } as unknown as Queries;
    const { line, dossier } = (await lockLine(queries, caller, d.id, { kind: 'person', id }, null))!;
    const origin = { address: '127.0.0.1', requestId: id };
    const changes = new Changes({
      firmId: dossier.firmId,
      dossierId: d.id,
      actorId: caller.accountId,
      origin,
    });
    const { givenBy, givenAt, giverName, written, lastDelivery, ...columns } = line.grant!;
    changes.updateGrant({ ...columns, right });
    const subject = { kind: 'person', id, grantId: line.grant!.id };
    changes.record('access_changed', subject, { before: { right: line.grant!.right }, after: { right } });
    await changes.write(queries);
  });
}

async function persons({ manager, owner }: Around, many: number): Promise<Person[]> {
  const d = await dossier(manager);
  const pending = await addPending(owner, d.id, many);
  return pending.map(({ personId }) => ({ d, id: personId, right: 'read_only' }));
}

const other = (right: Person['right']) => (right === 'read_only' ? 'read_write' : 'read_only');
const pathOf = ({ path }: Dossier, personId: string) => `${path}/access-rights/persons/${personId}`;

/** A client that takes little of the processors from what is measured. */
function putter(baseUrl: string, cookie: string, agent: Agent) {
  const { hostname, port } = new URL(baseUrl);
  return (path: string, body: object) =>
    new Promise<void>((resolve, reject) => {
      const content = JSON.stringify(body);
      const headers = { cookie, 'content-type': 'application/json', 'content-length': content.length };
      const asking = request({ hostname, port, path, method: 'PUT', agent, headers }, (answer) => {
        answer.resume();
        answer.on('error', reject);
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`a save was answered ${answer.statusCode}`));
        });
      });
      asking.on('error', reject);
      asking.end(content);
    });
}
