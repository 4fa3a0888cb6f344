import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Action, actions } from '../../../src/domain/capabilities.ts';
import { engage, linePath } from '../../support/access.ts';
import { session } from '../../support/by-sql.ts';
import { type At, callers, type House, house, place } from '../../support/capability-entries/callers.ts';
import { entries } from '../../support/capability-entries/entries.ts';
import { nameOf, prepared } from '../../support/capability-entries/entry.ts';
import type { Client } from '../../support/client.ts';
import { turn } from '../../support/closing.ts';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newPhone,
  person,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
beforeAll(async () => {
  world = heldToContract(await createWorld());
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

type Asked = { kind: string; id: string };
const ask = (client: Client, { path }: { path: string }, { kind, id }: Asked, action: string) =>
  client.get(`${path}/access-rights/explain?kind=${kind}&id=${id}&action=${action}`);

/** A call that takes each action, and nothing beside. */
const calls: Record<Action, string> = {
  'family.read': 'get /api/dossiers/:d/family',
  'family.write': 'post /api/dossiers/:d/family/persons',
  'wealth.read': 'get /api/dossiers/:d/wealth/items',
  'wealth.write': 'post /api/dossiers/:d/wealth/items',
  'donations.read': 'get /api/dossiers/:d/donations',
  'donations.write': 'post /api/dossiers/:d/donations',
  'simulations.read': 'get /api/dossiers/:d/simulations',
  'simulations.create': 'post /api/dossiers/:d/simulations',
  'reports.read': 'get /api/dossiers/:d/reports',
  'reports.create': 'post /api/dossiers/:d/reports',
  'familyAccess.view': 'get /api/dossiers/:d/access-rights',
  'familyAccess.give': 'put /api/dossiers/:d/access-rights/persons/:p (give, to read)',
  'familyAccess.manage': 'put /api/dossiers/:d/access-rights/persons/:p (change)',
  'advisorAccess.view': 'get /api/dossiers/:d/advisors',
  'advisorAccess.manage': 'post /api/dossiers/:d/advisors',
  'settings.team_access': 'put /api/dossiers/:d/team-access',
  'settings.manage': 'post /api/dossiers/:d/reopen',
};

test('every action of the capability table is explained by a call', () => {
  expect(Object.keys(calls)).toEqual(actions);
  const names = entries.map(nameOf);
  expect(Object.values(calls).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(['open', 'closed'] as const)(
  'in an %s dossier: what is explained is what the API does',
  (state) => {
    let everybody: House;
    beforeAll(async () => {
      everybody = await house(world);
    });

    /** Everything that somebody is in a dossier, as the manager asks about it. */
    async function partiesOf({ where, me }: At): Promise<Asked[]> {
      return [
        ...(await world.owner<Asked[]>`
        select case when g.person_id is not null then 'person' when g.advisor_id is not null then 'advisor'
          else 'member' end as kind, coalesce(g.person_id, g.advisor_id, g.member_id) as id
        from grants g
        where g.email = ${me!.email} and g.ended_at is null and (g.dossier_id = ${where.id} or g.firm_id = ${where.firm}
          and g.dossier_id is null)`),
      ];
    }

    test.each(callers.filter(({ account, withdrawn }) => account && account !== 'stranger' && !withdrawn))(
      '$label',
      async (caller) => {
        await world.owner`delete from limits`;
        const at = await place(everybody, caller);
        const boss = await session(world, caller.roles.includes('manager') ? at.me! : at.boss);
        const parties = await partiesOf(at);
        expect(parties.length).toBeGreaterThan(0);
        const done: string[] = [];
        const explained: string[] = [];
        for (const action of actions) {
          const entry = entries.find((one) => nameOf(one) === calls[action])!;
          const call = await prepared(entry, at);
          if (state === 'closed') {
            await world.owner`update dossiers set closed_at = now() where firm_id = ${at.firm} and closed_at is null`;
          }
          const { status } = await call();
          // In a closed dossier the team's access is set all the same, to less; this call sets it to more.
          const allowed = status < 400 || (status === 409 && action === 'settings.team_access');
          done.push(`${action} ${allowed}`);
          for (const party of parties) {
            const answer = await ask(boss, at.where, party, action);
            const { body } = answer;
            const what = `${action} ${body.allowed}`;
            explained.push(what);
            expect(answer.status).toBe(200);
            expect(body.through !== null, what).toBe(body.allowed);
            expect(
              body.roles.some((role: { allows: boolean }) => role.allows),
              what,
            ).toBe(body.allowed);
          }
        }
        expect(explained).toEqual(done.flatMap((one) => parties.map(() => one)));
      },
    );
  },
);

describe('why', () => {
  let team: Firm;
  let manager: Awaited<ReturnType<typeof member>>;
  let where: Dossier;
  beforeAll(async () => {
    team = await firm(world);
    manager = await member(world, team);
    where = await dossier(manager);
  });
  /** Whether, through whom, by which rule, and why. */
  async function why(party: Asked, action: Action) {
    const { status, body } = await ask(manager.client, where, party, action);
    if (status !== 200) return body.code;
    return [body.allowed, body.through?.name ?? null, body.rule, body.reason, body.invitation];
  }

  test('R9 to R13: before somebody comes in: no access, invited, unanswered, declined, unconfirmed, dead', async () => {
    const id = await person(manager, where);
    const cousin = { kind: 'person', id };
    expect(await why(cousin, 'wealth.read')).toEqual([false, null, 'R2', 'no_access', null]);
    const { email, grantId } = await give(manager, where, id);
    expect(await why(cousin, 'wealth.read')).toEqual([false, null, 'R9', 'invitation_pending', 'queued']);
    await world.deliver();
    const waiting = 'waiting_first_reminder';
    expect(await why(cousin, 'wealth.read')).toEqual([false, null, 'R9', 'invitation_pending', waiting]);
    for (const [state, rule] of [
      ['unanswered', 'R9'],
      ['undeliverable', 'R9'],
      ['declined', 'R13'],
    ] as const) {
      await world.owner`update grants set state = ${state} where id = ${grantId}`;
      expect(await why(cousin, 'wealth.read')).toEqual([false, null, rule, `invitation_${state}`, state]);
    }
    await world.owner`update grants set state = ${waiting} where id = ${grantId}`;
    await world.client().post(`/api/invitations/${tokenIn(world.inbox.to(email)[0]!)}/decline`);
    expect(await why(cousin, 'wealth.read')).toEqual([false, null, 'R13', 'invitation_declined', 'declined']);
    const { version } = (await manager.client.get(`${where.path}/family`)).body.persons.find(
      (one: { id: string }) => one.id === id,
    );
    await manager.client.patch(`${where.path}/family/persons/${id}`, version, { deathDate: '2024-01-31' });
    expect(await why(cousin, 'wealth.read')).toEqual([false, null, 'R18', 'deceased', 'declined']);

    const elsewhere = await dossier(manager);
    const known = await insider(world, manager, elsewhere, elsewhere.holderId);
    const otherId = await person(manager, where);
    await give(manager, where, otherId, 'read_only', { email: known.email, phone: newPhone() });
    await world.deliver();
    const unconfirmed = [false, null, 'R10', 'number_unconfirmed', 'notified'];
    expect(await why({ kind: 'person', id: otherId }, 'wealth.read')).toEqual(unconfirmed);
  });

  test('R2, R3, R7, R8, R17: by role and right', async () => {
    const cousinId = await person(manager, where);
    await insider(world, manager, where, cousinId, 'read_only');
    const cousin = { kind: 'person', id: cousinId };
    expect(await why(cousin, 'wealth.read')).toEqual([true, 'family_member', 'R2', 'role_allows', null]);
    expect(await why(cousin, 'wealth.write')).toEqual([false, null, 'R2', 'read_only', null]);
    expect(await why(cousin, 'familyAccess.give')).toEqual([false, null, 'R3', 'holders_give', null]);
    expect(await why(cousin, 'familyAccess.view')).toEqual([false, null, 'R17', 'may_not_list', null]);
    expect(await why(cousin, 'familyAccess.manage')).toEqual([false, null, 'R2', 'manager_alone', null]);
    await insider(world, manager, where, where.holderId);
    const holder = { kind: 'person', id: where.holderId };
    expect(await why(holder, 'familyAccess.give')).toEqual([true, 'holder', 'R3', 'holder_gives', null]);
    const colleague = await member(world, team, 'support');
    const him = { kind: 'member', id: colleague.memberId };
    expect(await why(him, 'wealth.read')).toEqual([false, null, 'R8', 'no_team_access', null]);
    const admin = { kind: 'member', id: team.admin.memberId };
    expect(await why(admin, 'wealth.read')).toEqual([false, null, 'R8', 'no_team_access', null]);
    await manager.client.put(`${where.path}/team-access`, { mode: 'all', memberIds: [] });
    expect(await why(him, 'wealth.write')).toEqual([true, 'team_member', 'R8', 'team_allows', null]);
    expect(await why(him, 'settings.team_access')).toEqual([
      false,
      null,
      'R8',
      'settings_are_the_teams',
      null,
    ]);
    const me = { kind: 'member', id: manager.memberId };
    expect(await why(me, 'settings.manage')).toEqual([true, 'manager', 'R1', 'manager_allows', null]);
  });

  test('R14: a cousin who is also the notary: the other role counts, and is named', async () => {
    const cousinId = await person(manager, where);
    const somebody = await insider(world, manager, where, cousinId, 'read_only');
    const { id } = await engage(manager, where, 'read_write', somebody);
    const cousin = { kind: 'person', id: cousinId };
    expect(await why(cousin, 'wealth.write')).toEqual([true, 'advisor', 'R14', 'other_role_allows', null]);
    expect(await why({ kind: 'advisor', id }, 'wealth.write')).toEqual([
      true,
      'advisor',
      'R7',
      'advisor_allows',
      null,
    ]);
    const creates = [false, null, 'R7', 'advisor_creates_nothing', null];
    expect(await why({ kind: 'advisor', id }, 'simulations.create')).toEqual(creates);
    const { body } = await ask(manager.client, where, cousin, 'wealth.write');
    expect(body.roles).toEqual([
      { name: 'family_member', right: 'read_only', allows: false },
      { name: 'advisor', right: 'read_write', allows: true },
    ]);
  });

  test('R16: in a closed dossier, who could before is told so', async () => {
    const cousinId = await person(manager, where);
    await insider(world, manager, where, cousinId);
    await turn(manager, where, 'close');
    const cousin = { kind: 'person', id: cousinId };
    expect(await why(cousin, 'wealth.write')).toEqual([false, null, 'R16', 'dossier_closed', null]);
    expect(await why(cousin, 'wealth.read')).toEqual([true, 'family_member', 'R2', 'role_allows', null]);
    await turn(manager, where, 'reopen');
  });

  test('R17: for the manager alone, of whom the dossier or its firm knows, and of this dossier alone', async () => {
    const cousinId = await person(manager, where);
    const cousin = await insider(world, manager, where, cousinId);
    const elsewhere = await dossier(manager);
    await give(manager, elsewhere, elsewhere.holderId, 'read_write', cousin);
    const asked = { kind: 'person', id: cousinId };
    const { body } = await ask(manager.client, where, asked, 'family.read');
    expect(body.roles).toEqual([{ name: 'family_member', right: 'read_write', allows: true }]);
    for (const secret of [elsewhere.id, cousin.email, cousin.phone, cousin.id]) {
      expect(JSON.stringify(body)).not.toContain(secret);
    }
    expect((await ask(cousin.client, where, asked, 'family.read')).body.code).toBe('not_permitted');
    expect((await ask(team.admin.client, where, asked, 'family.read')).body.code).toBe('not_permitted');
    const stranger = (await firm(world)).admin;
    expect((await ask(stranger.client, where, asked, 'family.read')).body.code).toBe('not_found');
    expect(await why({ kind: 'person', id: elsewhere.holderId }, 'family.read')).toBe('not_found');
    expect(await why({ kind: 'advisor', id: cousinId }, 'family.read')).toBe('not_found');
    expect(await why({ kind: 'member', id: stranger.memberId }, 'family.read')).toBe('not_found');
    const wrong = await ask(manager.client, where, { kind: 'cat', id: 'x' }, 'wealth.steal');
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['kind', 'id', 'action']);
    expect((await cousin.client.get(`${where.path}/access-rights/explain`)).body.code).toBe('not_permitted');
    expect((await manager.client.put(linePath(where, cousinId), { right: 'none' })).status).toBe(200);
    expect(await why(asked, 'family.read')).toEqual([false, null, 'R2', 'no_access', null]);
  });
});
