import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../src/api/routes.ts';
import { actionsOf, arrivals, engage, lineOf, linePath, recipients } from '../../support/access.ts';
import {
  type At,
  callers,
  type House,
  house,
  place,
  reaches,
} from '../../support/capability-entries/callers.ts';
import { entries } from '../../support/capability-entries/entries.ts';
import { type Entry, expected, nameOf, outcome, prepared } from '../../support/capability-entries/entry.ts';
import { turn } from '../../support/closing.ts';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
} from '../../support/people.ts';
import { fingerprint } from '../../support/rejected.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
beforeAll(async () => {
  world = heldToContract(await createWorld());
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

/** What is possible in a closed dossier all the same, where it is in an open one: reading isn't listed. */
const stillPossible = [
  'patch /api/dossiers/:d (manager)',
  'post /api/dossiers/:d/reopen',
  'post /api/dossiers/:d/leave',
  'post /api/dossiers/:d/open/code',
  'post /api/dossiers/:d/open',
  'put /api/dossiers/:d/access-rights (withdraw)',
  'post /api/dossiers/:d/access-rights/persons/:p/preview (of withdrawing)',
  'put /api/dossiers/:d/access-rights/persons/:p (withdraw)',
  'put /api/dossiers/:d/access-rights/advisors/:a (withdraw)',
  'post /api/dossiers/:d/views',
  'delete /api/dossiers/:d/views/:view',
];

/** Of several lines, one is refused for what it is, another since the dossier is closed. */
const refusedForTwoReasons = [
  'put /api/dossiers/:d/access-rights (give, an advisor among persons)',
  'put /api/dossiers/:d/access-rights (give, to write, to one of two)',
];

describe('R16: every call in a closed dossier', () => {
  let everybody: House;
  beforeAll(async () => {
    everybody = await house(world);
  });
  const inDossier = entries.filter(({ route }) => / \/api\/dossiers\/:d/.test(route));
  const isReading = ({ route }: Entry) => route.startsWith('get ');

  test('the table of what is possible names calls that are there, and every route is in the table', () => {
    const names = inDossier.map(nameOf);
    expect(stillPossible.filter((name) => !names.includes(name))).toEqual([]);
    const all = routes.filter(({ path }) => path.startsWith('/api/dossiers/:d'));
    expect(
      all.filter(({ method, path }) => !inDossier.some(({ route }) => route === `${method} ${path}`)),
    ).toEqual([]);
  });

  /** What a call in a closed dossier gets: as in an open one, but for what is changed by who could. */
  function verdict(entry: Entry, at: At): string {
    const open = expected(entry, at);
    if (isReading(entry) || stillPossible.includes(nameOf(entry))) return open;
    if (refusedForTwoReasons.includes(nameOf(entry)) && open.startsWith('403'))
      return reaches(at.caller, 'familyAccess', 'give') ? '409 lines_refused' : open;
    // What the section allows and a rule within it doesn't: in a closed dossier the section doesn't either.
    const withinSection =
      open === '403 central_is_managers' ||
      (nameOf(entry).endsWith('(with who has access)') && reaches(at.caller, 'reports', 'create'));
    return !open.includes(' ') || withinSection ? '409 dossier_closed' : open;
  }

  test.each(callers.filter(({ account }) => account))('$label', async (caller) => {
    await world.owner`delete from limits`;
    const at = await place(everybody, caller);
    const calls = [];
    for (const entry of inDossier) {
      calls.push({ entry, is: verdict(entry, at), call: await prepared(entry, at) });
    }
    await world.owner`update dossiers set closed_at = now() where closed_at is null and firm_id = ${at.firm}`;
    const refused = calls.filter(({ is }) => is.includes(' '));
    const before = await fingerprint(world);
    const answers = await Promise.all(refused.map(({ call }) => call()));
    expect(await fingerprint(world)).toEqual(before);
    const called = refused.map(({ entry }, i) => [nameOf(entry), outcome(answers[i]!)]);
    for (const { entry, is, call } of calls) {
      if (!is.includes(' ')) called.push([nameOf(entry), outcome(await call())]);
    }
    expect(Object.fromEntries(called)).toEqual(
      Object.fromEntries(calls.map(({ entry, is }) => [nameOf(entry), is])),
    );
  });
});

describe('R16: closing', () => {
  let team: Firm;
  let manager: Awaited<ReturnType<typeof member>>;
  let where: Dossier;
  beforeAll(async () => {
    team = await firm(world);
    manager = await member(world, team);
  });
  const anew = async (options = {}) => {
    where = await dossier(manager, options);
    return where;
  };

  test('it is shown, with what is left, recorded, and told to holder and co-holder alone', async () => {
    await anew({ couple: true });
    const holder = await insider(world, manager, where, where.holderId);
    const cousin = await insider(world, manager, where, await person(manager, where));
    const notary = await engage(manager, where, 'read_write', {
      email: newEmail('notary'),
      phone: newPhone(),
    });
    const mails = await arrivals(world, async () => {
      const closed = await turn(manager, where, 'close');
      expect(closed).toMatchObject({ status: 200, body: { closedAt: expect.any(String), version: 2 } });
      expect(closed.headers.get('etag')).toBe('"2"');
    });
    // The notary was invited, and hasn't come in.
    expect(recipients(mails)).toEqual([holder.email, notary.email].sort());
    for (const { client } of [holder, cousin]) {
      const { body } = await client.get(where.path);
      expect(body.closedAt).toEqual(expect.any(String));
      expect(body.me.capabilities).toMatchObject({ family: 'read', wealth: 'read', simulations: 'read' });
    }
    expect((await holder.client.get(where.path)).body.me.capabilities.familyAccess).toBe('view');
    expect((await manager.client.get(where.path)).body.me.capabilities).toMatchObject({
      familyAccess: 'view',
      advisorAccess: 'view',
      settings: 'manage',
    });
    const { items } = (await cousin.client.get('/api/dossiers')).body;
    expect(items).toMatchObject([{ id: where.id, closedAt: expect.any(String) }]);
    expect(await actionsOf(world, where.id)).toContain('dossier_closed');

    const told = await arrivals(world, async () => {
      expect((await turn(manager, where, 'reopen')).body).toMatchObject({ closedAt: null, version: 3 });
    });
    expect(told.map(({ to, subject }) => [to, subject])).toEqual([
      [holder.email, 'A client dossier has been reopened'],
    ]);
    expect((await cousin.client.get(where.path)).body.me.capabilities).toMatchObject({ wealth: 'write' });
    expect((await manager.client.get(where.path)).body.me.capabilities.familyAccess).toBe('manage');
    expect(await actionsOf(world, where.id)).toContain('dossier_reopened');
  });

  test('closed twice, reopened twice, or at a version that is gone: refused', async () => {
    await anew();
    expect((await turn(manager, where, 'reopen')).body.code).toBe('not_closed');
    expect((await turn(manager, where, 'close')).status).toBe(200);
    const twice = await turn(manager, where, 'close');
    expect([twice.status, twice.body.code]).toEqual([409, 'dossier_closed']);
    expect(twice.body.detail).toContain('manager can reopen');
    const stale = await manager.client.post(`${where.path}/reopen`, undefined, {
      headers: { 'If-Match': '"1"' },
    });
    expect(stale).toMatchObject({ status: 412, body: { changed: [{ field: 'closedAt', was: null }] } });
  });

  test('R5: access given for ever stays; other access can be withdrawn, and a line shows just that', async () => {
    await anew();
    const holder = await insider(world, manager, where, where.holderId);
    const cousinId = await person(manager, where);
    const cousin = await insider(world, manager, where, cousinId);
    await turn(manager, where, 'close');
    expect((await holder.client.get(`${where.path}/wealth/items`)).status).toBe(200);
    expect((await lineOf(manager, where, where.holderId)).actions).toEqual([]);
    expect((await lineOf(manager, where, cousinId)).actions).toEqual(['withdraw']);
    expect((await lineOf(holder, where, cousinId)).actions).toEqual([]);
    const change = { right: 'read_only' };
    expect((await manager.client.put(linePath(where, cousinId), change)).body.code).toBe('dossier_closed');
    const withdrawn = await manager.client.put(linePath(where, cousinId), { right: 'none' });
    expect(withdrawn).toMatchObject({ status: 200, body: { right: 'none', actions: [] } });
    expect((await cousin.client.get(where.path)).status).toBe(404);
    expect((await manager.client.put(linePath(where, where.holderId), { right: 'none' })).body.code).toBe(
      'access_irrevocable',
    );
  });

  test('its team’s access is narrowed, and opened to nobody more', async () => {
    await anew();
    const [one, other] = [await member(world, team), await member(world, team)];
    const path = `${where.path}/team-access`;
    await manager.client.put(path, { mode: 'listed', memberIds: [one.memberId] });
    await turn(manager, where, 'close');
    for (const wider of [
      { mode: 'all', memberIds: [one.memberId] },
      { mode: 'listed', memberIds: [one.memberId, other.memberId] },
    ]) {
      expect((await manager.client.put(path, wider)).body.code).toBe('dossier_closed');
    }
    expect((await manager.client.put(path, { mode: 'listed', memberIds: [] })).status).toBe(200);
    expect((await team.admin.client.post(`${path}/self`)).body.code).toBe('dossier_closed');
  });

  test('R1: who is to leave the firm hands it over all the same, and the new manager reopens it', async () => {
    await anew();
    const next = await member(world, team);
    await turn(manager, where, 'close');
    const { version } = (await manager.client.get(where.path)).body;
    expect((await manager.client.patch(where.path, version, { name: 'New' })).body.code).toBe(
      'dossier_closed',
    );
    expect((await manager.client.patch(where.path, version, { managerId: next.memberId })).status).toBe(200);
    expect((await turn(manager, where, 'reopen')).body.code).toBe('not_permitted');
    expect((await turn(next, where, 'reopen')).status).toBe(200);
  });

  test('R13: an invitation that nobody answered could still be accepted: its link dies, and who has declined is told nothing', async () => {
    await anew();
    const unanswered = await give(manager, where, await person(manager, where));
    const declined = await give(manager, where, await person(manager, where));
    await world.deliver();
    const [link, other] = [unanswered, declined].map(({ email }) => tokenIn(world.inbox.to(email)[0]!));
    await world.client().post(`/api/invitations/${other}/decline`);
    await world.owner`
      update grants set state = 'unanswered', expires_at = now() + interval '30 days' where id = ${unanswered.grantId}`;
    const mails = await arrivals(world, () => turn(manager, where, 'close'));
    expect(recipients(mails)).toEqual([unanswered.email]);
    for (const token of [link, other]) {
      expect((await world.client().get(`/api/invitations/${token}`)).status).toBe(404);
    }
    await turn(manager, where, 'reopen');
    const again = await arrivals(world, () =>
      manager.client.post(`${linePath(where, unanswered.line.party.id)}/invitation/resend`),
    );
    expect(recipients(again)).toContain(unanswered.email);
    await accept(world, unanswered.email, unanswered.phone);
    expect(await lineOf(manager, where, unanswered.line.party.id)).toMatchObject({ open: true });
  });

  test('R11: an account that is made elsewhere meanwhile opens what was given before, to read', async () => {
    await anew();
    const elsewhere = await dossier(manager);
    const contact = { email: newEmail('twice'), phone: newPhone() };
    await give(manager, where, await person(manager, where), 'read_write', contact);
    await give(manager, elsewhere, await person(manager, elsewhere), 'read_write', contact);
    await turn(manager, where, 'close');
    await world.deliver();
    const somebody = await accept(world, contact.email, contact.phone);
    expect((await somebody.client.get(where.path)).body.me.capabilities.wealth).toBe('read');
  });

  test('a save that waits for the closing is refused by it', async () => {
    await anew();
    const personId = await person(manager, where);
    const save = { email: newEmail('late'), phone: newPhone(), right: 'read_only' };
    const closing = turn(manager, where, 'close');
    const saves = await Promise.all([1, 2, 3].map(() => manager.client.put(linePath(where, personId), save)));
    expect((await closing).status).toBe(200);
    const line = await lineOf(manager, where, personId);
    for (const { status, body } of saves) expect([200, 409], body?.code).toContain(status);
    // What was given before the closing is an invitation that has ended.
    if (line.right !== 'none') expect(line.invitation.state).toBe('withdrawn');
  });
});
