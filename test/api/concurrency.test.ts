import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/api/problem.ts';
import { routes } from '../../src/api/routes.ts';
import { requireVersion } from '../../src/api/versions.ts';
import { colleague, newAdvisor, newDossier, session } from '../support/by-sql.ts';
import { type At, callers, type House, house, place } from '../support/capability-entries/callers.ts';
import { entries } from '../support/capability-entries/entries.ts';
import { callOf, type Entry, verdictOn } from '../support/capability-entries/entry.ts';
import type { Answer } from '../support/client.ts';
import { heldToContract } from '../support/contract.ts';
import { fingerprint } from '../support/rejected.ts';
import { createWorld } from '../support/world.ts';

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

const unchanged = async (call: () => Promise<Answer>) => {
  const before = await fingerprint(world);
  const answer = await call();
  expect(await fingerprint(world)).toEqual(before);
  return answer;
};

/** Two people who may both make an entry's call: the second is no manager where that is allowed. */
async function twoPeople(entry: Entry): Promise<[At, At]> {
  const labels = ['holder read_write', 'firm_admin', 'manager'];
  const tried = await Promise.all(
    labels.map((label) => place(everybody, callers.find((caller) => caller.label === label)!)),
  );
  const second = tried.find((at) => verdictOn(entry, at) === 'ok')!;
  const isManager = second.caller.label !== 'holder read_write';
  const other = isManager ? second.me! : everybody.boss;
  return [{ ...second, client: await session(world, other) }, second];
}

const versioned = routes.filter((route) => route.versioned).map(({ method, path }) => `${method} ${path}`);
const entryOf = (route: string) => entries.find((entry) => entry.route === route)!;

describe('two people edit one thing', () => {
  test.each(versioned)(
    '%s: without a version 428, with an old one 412 and what has changed',
    async (route) => {
      const entry = entryOf(route);
      const [first, second] = await twoPeople(entry);
      const sent = await entry.request!(second);
      const hers = callOf(entry, first, sent);
      const his = callOf(entry, second, sent);
      expect(await unchanged(() => his(null))).toMatchObject({
        status: 428,
        body: { code: 'version_needed' },
      });

      // A dossier that is closed, or open, can't be turned so again.
      const change = entries.find(
        (one) => !route.startsWith('post') && one.route === route.replace(/^delete/, 'patch'),
      );
      if (change) {
        const { body } = await change.request!(first);
        expect((await callOf(change, first, { ...sent, body })()).status).toBe(change.ok);
      }
      const version = change ? 2 : 1;
      const stale = await unchanged(() => his(change ? 1 : 7));
      expect(stale).toMatchObject({
        status: 412,
        body: { code: 'version_stale', current: { id: expect.any(String), version } },
      });
      const { changed, current } = stale.body;
      expect(changed.length > 0).toBe(change !== undefined);
      for (const { field, was, is } of changed) {
        expect(is).toEqual(current[field]);
        expect(was).not.toEqual(is);
      }
      expect((await hers(version)).status).toBe(entry.ok);
    },
  );

  test.each(versioned)('%s: of several at once, one is carried out', async (route) => {
    const entry = entryOf(route);
    const [first, second] = await twoPeople(entry);
    const sent = await entry.request!(second);
    const calls = [first, second, first, second].map((at) => callOf(entry, at, sent));
    const answers = await Promise.all(calls.map((call) => call()));
    const isRemoved = route.startsWith('delete');
    const refused = answers.filter(({ status }) => status !== entry.ok);
    expect(refused.map(({ status }) => status)).toEqual(Array(3).fill(isRemoved ? 404 : 412));
    for (const { body } of isRemoved ? [] : refused) expect(body.current.version).toBe(2);
  });
});

describe('what the second is told', () => {
  test('of a dossier: the firm’s admin, who has no access, sees its name and manager alone', async () => {
    const { firm, boss, accounts } = everybody;
    const where = await newDossier(world, firm, boss.memberId);
    const [manager, admin] = [await session(world, boss), await session(world, accounts.admin)];
    expect((await manager.patch(where.path, 1, { name: 'Famille Martin' })).status).toBe(200);
    const late = await unchanged(() => admin.patch(where.path, 1, { managerId: accounts.manager.memberId }));
    expect(late).toMatchObject({ status: 412, body: { code: 'version_stale' } });
    expect(late.body.changed).toEqual([{ field: 'name', was: 'Famille Dupont', is: 'Famille Martin' }]);
    expect(late.body.current).toEqual((await admin.get(where.path)).body);
    const handed = await admin.patch(where.path, 2, { managerId: accounts.manager.memberId });
    expect(handed.body.manager).toEqual({ id: accounts.manager.memberId, name: 'Max manager' });
    // Whom it was handed over from has no say, and hears nothing of it.
    const former = await manager.patch(where.path, 1, { name: 'Mine' });
    expect(Object.keys(former.body)).not.toContain('current');
    expect(former.status).toBe(403);

    const { firmId, id, version, me, ...fields } = (await admin.get(where.path)).body;
    const twoBehind = await admin.patch(where.path, 1, { managerId: boss.memberId });
    expect(twoBehind.body.changed).toEqual([
      { field: 'name', was: 'Famille Dupont', is: fields.name },
      { field: 'manager', was: { id: boss.memberId, name: 'Max manager' }, is: fields.manager },
    ]);
  });

  test('of an advisor: each field that was changed, and the advisor as he is registered', async () => {
    const where = await newDossier(world, everybody.firm, everybody.boss.memberId);
    const manager = await session(world, everybody.boss);
    const { id, email } = await newAdvisor(world, where);
    const path = `${where.path}/advisors/${id}`;
    const change = { lastName: 'Martin', type: 'lawyer', firmName: 'Étude Martin' };
    expect((await manager.patch(path, 1, change)).status).toBe(200);
    const current = (await manager.get(`${where.path}/advisors`)).body.items[0];
    for (const late of [
      () => manager.patch(path, 1, { email: 'late@people.test' }),
      () => manager.delete(path, 1),
    ]) {
      const { status, body } = await unchanged(late);
      expect([status, body.code]).toEqual([412, 'version_stale']);
      expect(new Set(body.changed)).toEqual(
        new Set([
          { field: 'lastName', was: 'Notaire', is: 'Martin' },
          { field: 'type', was: 'notary', is: 'lawyer' },
          { field: 'firmName', was: null, is: 'Étude Martin' },
        ]),
      );
      expect(body.current).toEqual(current);
      expect(body.current).toMatchObject({ id, email, version: 2 });
    }
  });

  test('of a member: as the admin sees him', async () => {
    const { firm, accounts } = everybody;
    const { memberId, email } = await colleague(world, firm, 'support');
    const admin = await session(world, accounts.admin);
    const path = `/api/firms/${firm}/members`;
    expect((await admin.patch(`${path}/${memberId}`, 1, { role: 'manager' })).status).toBe(200);
    const late = await unchanged(() => admin.patch(`${path}/${memberId}`, 1, { left: true }));
    expect(late).toMatchObject({ status: 412, body: { code: 'version_stale' } });
    expect(late.body.changed).toEqual([{ field: 'role', was: 'support', is: 'manager' }]);
    const { items } = (await admin.get(path)).body;
    expect(late.body.current).toEqual(items.find(({ id }: { id: string }) => id === memberId));
    expect(late.body.current.contact.email).toBe(email);
    const support = await session(world, accounts.support);
    const refused = await support.patch(`${path}/${memberId}`, 1, { left: true });
    expect([refused.status, refused.body.current]).toEqual([403, undefined]);
  });

  test('of anything: what differs in content, whatever the order of its keys', async () => {
    const id = uuidv7();
    const content = { owners: [{ share: '1/2', personId: id, form: 'full' }], name: 'Home', gone: 1 };
    await world.owner`
      insert into revisions (subject_id, version, content) values (${id}, 1, ${world.owner.json(content)})`;
    const owners = [{ personId: id, form: 'full', share: '1/2' }];
    const current = { id, version: 2, owners, name: 'House', description: undefined };
    const stale = await requireVersion(world.db, 1, current).catch((error: Problem) => error.stale);
    expect(stale).toEqual({
      current,
      changed: [
        { field: 'gone', was: 1, is: null },
        { field: 'name', was: 'Home', is: 'House' },
      ],
    });
    await expect(requireVersion(world.db, 2, current)).resolves.toBeUndefined();
  });
});
