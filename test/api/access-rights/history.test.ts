import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admit,
  advisorPath,
  engage,
  expectRefused,
  lineOf,
  linePath,
  register,
} from '../../support/access.ts';
import type { Client } from '../../support/client.ts';
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
  type Somebody,
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* R16, R17: who lists the access rights, what a line shows, and the record for the manager. */

let world: World;
let house: Firm;
let manager: Somebody & { memberId: string };
let colleague: Somebody & { memberId: string };
let cousin: Somebody;

beforeAll(async () => {
  world = await createWorld();
  house = await firm(world);
  manager = await member(world, house);
  colleague = await member(world, house, 'support');
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(() => world.close());

const list = ({ client }: { client: Client }, { path }: Dossier) => client.get(`${path}/access-rights`);
const setTeam = ({ path }: Dossier, mode: string, memberIds: string[] = []) =>
  manager.client.put(`${path}/team-access`, { mode, memberIds });

type Event = {
  id: string;
  at: string;
  action: string;
  actor: { id: string; name: string } | null;
  subject: { kind: string; id: string; name: string | null };
  before: object | null;
  after: object | null;
  details: Record<string, unknown>;
};
async function history({ path }: Dossier): Promise<Event[]> {
  const { body } = await manager.client.get(`${path}/access-rights/history?limit=200`);
  return body.items;
}

describe('R17: who lists the access rights', () => {
  it('R17: manager, team members with access and holders with access do', async () => {
    const where = await dossier(manager, { couple: true });
    await admit(manager, where, where.coHolderId!, cousin, 'read_only');
    expect((await list(manager, where)).status).toBe(200);
    expect((await list(cousin, where)).status).toBe(200);
    await setTeam(where, 'all');
    expect((await list(colleague, where)).status).toBe(200);
    expect((await list(house.admin, where)).status).toBe(200);
    await setTeam(where, 'listed', [colleague.memberId]);
    expect((await list(colleague, where)).status).toBe(200);
    await expectRefused(world, () => list(house.admin, where), 403, 'not_permitted');
    await house.admin.client.post(`${where.path}/team-access/self`);
    expect((await list(house.admin, where)).status).toBe(200);
  });

  it('R17: family members and advisors get 403, whatever the right; outsiders 404', async () => {
    const where = await dossier(manager);
    await expectRefused(world, () => list(cousin, where), 404, 'not_found');
    await expectRefused(world, () => list(colleague, where), 404, 'not_found');
    await expectRefused(world, () => list({ client: world.client() }, where), 401, 'not_signed_in');
    const child = await person(manager, where);
    for (const right of ['read_write', 'read_only'] as const) {
      await admit(manager, where, child, cousin, right);
      await expectRefused(world, () => list(cousin, where), 403, 'not_permitted');
    }
    await manager.client.put(linePath(where, child), { right: 'none' });
    await engage(manager, where, 'read_write', cousin);
    await expectRefused(world, () => list(cousin, where), 403, 'not_permitted');
    const advisors = () => cousin.client.get(`${where.path}/advisors`);
    await expectRefused(world, advisors, 403, 'not_permitted');
  });
});

describe('R17: the lines', () => {
  it('R17: whole, persons first, those without access too; and what each caller may do', async () => {
    const where = await dossier(manager, { couple: true });
    await admit(manager, where, where.holderId, cousin);
    const [bare, invited, dead] = [
      await person(manager, where),
      await person(manager, where),
      await person(manager, where, { deathDate: '2001-01-01' }),
    ];
    const { email, phone } = await give(manager, where, invited, 'read_only');
    const plain = await register(manager, where, { type: 'banker' });
    const engaged = await engage(manager, where, 'read_only');
    await setTeam(where, 'all');

    const seen = (await list(manager, where)).body.items;
    expect(seen.map(({ party }: { party: { id: string } }) => party.id)).toEqual([
      where.holderId,
      where.coHolderId,
      bare,
      invited,
      dead,
      plain.id,
      engaged.id,
    ]);
    expect(seen[2]).toMatchObject({
      email: null,
      phone: null,
      right: 'none',
      grantId: null,
      invitation: null,
    });
    expect(seen[3]).toMatchObject({ email, phone, right: 'read_only', open: false, revocable: true });
    expect(seen[5]).toMatchObject({
      party: { kind: 'advisor', name: 'Nora Notaire', type: 'banker' },
      email: plain.email,
      phone: plain.phone,
      right: 'none',
    });
    const actions = async (who: Somebody) =>
      (await list(who, where)).body.items.map((line: { actions: string[] }) => line.actions);
    expect(await actions(manager)).toEqual([
      ['change'],
      ['give'],
      ['give'],
      ['change', 'correct', 'withdraw', 'resend'],
      [],
      ['give'],
      ['change', 'correct', 'withdraw', 'resend'],
    ]);
    expect(await actions(cousin)).toEqual([[], ['give'], ['give'], [], [], [], []]);
    expect(await actions(colleague)).toEqual([[], [], [], [], [], [], []]);
  });

  it('R17: contact data as typed for this access, never the account’s', async () => {
    const [one, two] = [await dossier(manager), await dossier(manager)];
    const phone = newPhone();
    await give(manager, one, one.holderId, 'read_write', { email: cousin.email, phone });
    await admit(manager, two, two.holderId, cousin);
    await world.deliver();
    await cousin.client.post(`${one.path}/open/code`);
    await cousin.client.post(`${one.path}/open`, { code: world.inbox.codeFor(phone) });
    expect(await lineOf(manager, one, one.holderId)).toMatchObject({ phone, open: true });
    expect(await lineOf(manager, two, two.holderId)).toMatchObject({ phone: cousin.phone, open: true });
    const all = JSON.stringify((await list(manager, one)).body);
    expect(all).not.toContain(cousin.phone);
    expect(all).not.toContain(cousin.id);
  });

  it('R17: an answer says nothing of other dossiers, nor of the database’s own columns', async () => {
    const where = await dossier(manager);
    await admit(manager, where, where.holderId, cousin);
    const [line] = (await list(manager, where)).body.items;
    expect(Object.keys(line).sort()).toEqual(
      [
        'actions',
        'email',
        'given',
        'grantId',
        'invitation',
        'leftAt',
        'open',
        'openedAt',
        'own',
        'party',
        'phone',
        'revocable',
        'right',
        'until',
      ].sort(),
    );
    expect((await list(manager, where)).body.items).toHaveLength(1);
  });
});

describe('R16, R17: the history', () => {
  it('R17: the manager alone reads it', async () => {
    const where = await dossier(manager);
    const path = `${where.path}/access-rights/history`;
    await admit(manager, where, where.holderId, cousin);
    await setTeam(where, 'all');
    await house.admin.client.post(`${where.path}/team-access/self`);
    for (const { client } of [cousin, colleague, house.admin]) {
      await expectRefused(world, () => client.get(path), 403, 'not_permitted');
    }
    const stranger = (await firm(world, 'Rivale')).admin;
    await expectRefused(world, () => stranger.client.get(path), 404, 'not_found');
    await expectRefused(world, () => world.client().get(path), 401, 'not_signed_in');
  });

  it('R16: who, what, before and after, from where, and each e-mail’s fate; newest first', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where, { firstName: 'Zoé', lastName: 'Lambert' });
    const { email, phone } = await give(manager, where, child, 'read_only');
    await world.deliver();
    const other = newPhone();
    await manager.client.put(linePath(where, child), { phone: other, right: 'read_write' });
    await manager.client.put(linePath(where, child), { right: 'none' });
    const events = await history(where);
    expect(events.map((event) => event.action)).toEqual([
      'access_withdrawn',
      'contact_corrected',
      'access_changed',
      'mail_sent',
      'access_given',
      'central_changed',
      'dossier_created',
    ]);
    const [withdrawn, corrected, changed, sent, given, marked, created] = events;
    const subject = { kind: 'person', id: child, name: 'Zoé Lambert' };
    const actor = { id: manager.id, name: expect.stringMatching(/^Max Member/) };
    const origin = { address: expect.stringMatching(/127\.0\.0\.1|::1/), requestId: expect.any(String) };
    expect(given).toMatchObject({
      actor,
      subject,
      before: null,
      after: { right: 'read_only' },
      details: { email, phone, origin },
    });
    expect(Math.abs(Date.parse(given!.at) - Date.now())).toBeLessThan(60_000);
    expect(sent).toMatchObject({
      actor: null,
      subject,
      after: { kind: 'invitation' },
      details: { origin: null },
    });
    expect(changed).toMatchObject({ actor, before: { right: 'read_only' }, after: { right: 'read_write' } });
    expect(corrected).toMatchObject({
      subject,
      after: { fields: ['phone'] },
      details: { before: { email, phone }, after: { email, phone: other } },
    });
    expect(withdrawn).toMatchObject({ actor, subject, before: { right: 'read_write' }, after: null });
    expect(marked).toMatchObject({ subject: { id: where.holderId, name: 'Jeanne Dupont' } });
    expect(created).toMatchObject({ subject: { kind: 'dossier', id: where.id }, after: expect.any(Object) });
    // Ids and codes alone outside `details`, which an erasure can empty.
    for (const { before, after } of events) {
      expect(JSON.stringify([before, after])).not.toMatch(/@|\+32/);
    }
  });

  it('R16: it pages by cursor, each event once', async () => {
    const where = await dossier(manager);
    for (let i = 0; i < 3; i++) {
      const advisor = await engage(manager, where);
      await manager.client.put(advisorPath(where, advisor.id), { right: 'none' });
    }
    const all = await history(where);
    expect(all).toHaveLength(2 + 3 * 3);
    const paged: Event[] = [];
    let cursor = '';
    do {
      const query = `limit=4${cursor && `&cursor=${cursor}`}`;
      const { body } = await manager.client.get(`${where.path}/access-rights/history?${query}`);
      expect(body.items.length).toBeLessThanOrEqual(4);
      paged.push(...body.items);
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(paged).toEqual(all);
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense', 'page=2']) {
      const read = () => manager.client.get(`${where.path}/access-rights/history?${query}`);
      await expectRefused(world, read, 422, 'invalid');
    }
  });

  it('R16: removed persons and advisors are still named', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where, { firstName: 'Zoé', lastName: 'Lambert' });
    await give(manager, where, child);
    await manager.client.put(linePath(where, child), { right: 'none' });
    expect((await manager.client.delete(`${where.path}/family/persons/${child}`, 1)).status).toBe(204);
    const advisor = await register(manager, where);
    expect((await manager.client.delete(`${where.path}/advisors/${advisor.id}`, 1)).status).toBe(204);
    expect((await list(manager, where)).body.items).toHaveLength(1);
    const events = await history(where);
    const namesOf = (id: string) =>
      events.filter((event) => event.subject.id === id).map((event) => event.subject.name);
    expect(namesOf(child)).toEqual(['Zoé Lambert', 'Zoé Lambert']);
    expect(namesOf(advisor.id)).toEqual(['Nora Notaire', 'Nora Notaire']);
    expect(events[0]).toMatchObject({ action: 'advisor_removed', actor: { id: manager.id } });
  });

  it('R16: it holds this dossier’s events alone, and goes with the role to the next manager', async () => {
    const [one, two] = [await dossier(manager), await dossier(manager)];
    await give(manager, two, two.holderId);
    expect(await history(one)).toHaveLength(2);
    await manager.client.patch(one.path, 1, { managerId: house.admin.memberId });
    const path = `${one.path}/access-rights/history`;
    const { body } = await house.admin.client.get(path);
    expect(body.items[0]).toMatchObject({
      action: 'manager_changed',
      before: { managerId: manager.memberId },
      after: { managerId: house.admin.memberId },
    });
    await expectRefused(world, () => manager.client.get(path), 403, 'not_permitted');
  });
});
