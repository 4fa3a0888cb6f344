import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GrantedRight } from '../../../src/domain/words.ts';
import {
  actionsOf,
  admit,
  advisorPath,
  arrivals,
  engage,
  expectRefused,
  grantsOf,
  lineOf,
  linePath,
  recipients,
  recordsOf,
  register,
} from '../../support/access.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* R3: a holder may give access, at most at his own level, to who has none; and nothing more. */

let world: World;
let house: Firm;
let manager: Somebody;
/** Accounts to be made holder and co-holder of each test's own dossier. */
let jeanne: Somebody;
let paul: Somebody;

beforeAll(async () => {
  world = await createWorld();
  house = await firm(world);
  manager = await member(world, house);
  const elsewhere = await dossier(manager, { couple: true });
  jeanne = await insider(world, manager, elsewhere, elsewhere.holderId);
  paul = await insider(world, manager, elsewhere, elsewhere.coHolderId!);
});
afterAll(() => world.close());

/** A couple's dossier, its holder with open access, and a child without any. */
async function family(right: GrantedRight = 'read_write') {
  const where = await dossier(manager, { couple: true });
  await admit(manager, where, where.holderId, jeanne, right);
  const child = await person(manager, where, { language: 'en' });
  await world.deliver();
  return { where, child, path: linePath(where, child) };
}

const contact = () => ({ email: newEmail('child'), phone: newPhone() });

describe('R3: giving', () => {
  it('R3: a holder gives at his own level; the child is invited in his name, and the manager is told', async () => {
    const { where, child, path } = await family();
    const { email, phone } = contact();
    const mails = await arrivals(world, async () => {
      const answer = await jeanne.client.put(path, { email, phone, right: 'read_write' });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        party: { kind: 'person', id: child, central: null },
        email,
        phone,
        right: 'read_write',
        open: false,
        revocable: true,
        invitation: { state: 'queued', sentAt: null, remindersSent: 0 },
        actions: ['correct', 'resend'],
      });
    });
    expect(recipients(mails)).toEqual([email, manager.email].sort());
    const [toChild] = world.inbox.to(email);
    expect(toChild!.text).toContain('Jeanne Dupont invites you');
    const toManager = mails.find((mail) => mail.to === manager.email)!;
    expect(toManager.subject).toBe('A holder has given access to a client dossier');
    expect(toManager.text).toContain('Jeanne Dupont has given Léa Dupont');
    expect(toManager.text).toContain('read and write');

    expect(await grantsOf(world, child)).toMatchObject([
      { right: 'read_write', email, phone, given_by: jeanne.id, account_id: null, cycle: 1 },
    ]);
    expect(await recordsOf(world, child)).toMatchObject([
      {
        action: 'access_given',
        actorId: jeanne.id,
        after: { right: 'read_write' },
        details: { email, phone, origin: { address: expect.any(String), requestId: expect.any(String) } },
      },
    ]);
    expect((await lineOf(jeanne, where, child)).actions).toEqual(['correct', 'resend']);
    const { client } = await accept(world, email, phone);
    expect((await client.get(where.path)).body.me.roles).toEqual([
      { name: 'family_member', right: 'read_write' },
    ]);
  });

  it('R3: a co-holder gives too, also with read_only; a holder with read_only gives read_only', async () => {
    for (const right of ['read_write', 'read_only'] as const) {
      const { where } = await family();
      await admit(manager, where, where.coHolderId!, paul, right);
      const other = await person(manager, where);
      const given = await paul.client.put(linePath(where, other), { ...contact(), right: 'read_only' });
      expect([given.status, given.body.right]).toEqual([200, 'read_only']);
    }
    const { path } = await family('read_only');
    expect((await jeanne.client.put(path, { ...contact(), right: 'read_only' })).status).toBe(200);
  });

  it('R3: above his own level he is refused, before the other fields are looked at', async () => {
    const { path } = await family('read_only');
    const bodies = [{ ...contact() }, { email: 'nonsense', phone: '1', surprise: true }, {}];
    for (const body of bodies) {
      const give = () => jeanne.client.put(path, { ...body, right: 'read_write' });
      await expectRefused(world, give, 403, 'above_own_level');
    }
    const shapeless = () => jeanne.client.put(path, { ...contact(), right: 'everything' });
    await expectRefused(world, shapeless, 422, 'invalid');
    const malformed = () =>
      jeanne.client.put(path, undefined, { raw: '{', headers: { 'Content-Type': 'application/json' } });
    await expectRefused(world, malformed, 400, 'malformed_json');
  });

  it('R3: his level is his own at that moment: lowered by the manager, he gives less', async () => {
    const { where, path } = await family();
    await manager.client.put(linePath(where, where.holderId), { right: 'read_only' });
    const give = (right: string) => jeanne.client.put(path, { ...contact(), right });
    await expectRefused(world, () => give('read_write'), 403, 'above_own_level');
    expect((await give('read_only')).status).toBe(200);
  });

  it('R3: what a holder gives the co-holder is irrevocable, and told to the manager and the admin (R5)', async () => {
    const { where } = await family();
    const path = linePath(where, where.coHolderId!);
    const { email, phone } = contact();
    const mails = await arrivals(world, () => jeanne.client.put(path, { email, phone, right: 'read_write' }));
    expect(recipients(mails)).toEqual([email, manager.email, house.admin.email].sort());
    await expectRefused(world, () => manager.client.put(path, { right: 'none' }), 409, 'access_irrevocable');
  });

  it('R3: a holder whose access is pending can give nothing', async () => {
    const where = await dossier(manager);
    await give(manager, where, where.holderId, 'read_write', { email: jeanne.email, phone: newPhone() });
    const child = await person(manager, where);
    const save = () => jeanne.client.put(linePath(where, child), { ...contact(), right: 'read_only' });
    await expectRefused(world, save, 403, 'number_unconfirmed');
  });

  it('R3: not to whom the manager withdrew it, until the manager gives it again', async () => {
    const { where, child, path } = await family();
    await give(manager, where, child, 'read_only');
    await manager.client.put(path, { right: 'none' });
    for (const body of [
      { ...contact(), right: 'read_only' },
      { right: 'read_only' },
      { right: 'none' },
      {},
    ]) {
      await expectRefused(world, () => jeanne.client.put(path, body), 403, 'withdrawn_by_manager');
    }
    expect((await lineOf(jeanne, where, child)).actions).toEqual([]);
    expect((await lineOf(manager, where, child)).actions).toEqual(['give']);
    expect((await manager.client.put(path, { ...contact(), right: 'read_only' })).status).toBe(200);
  });

  it('R2, R3: not to himself: his own line, and his own address typed for another', async () => {
    const { where, path } = await family();
    const own = linePath(where, where.holderId);
    for (const right of ['read_only', 'read_write', 'none']) {
      await expectRefused(world, () => jeanne.client.put(own, { right }), 403, 'own_access');
    }
    const typed = { email: jeanne.email.toUpperCase(), phone: newPhone(), right: 'read_only' };
    await expectRefused(world, () => jeanne.client.put(path, typed), 403, 'own_access');
    expect((await lineOf(jeanne, where, where.holderId)).actions).toEqual([]);
  });

  it('R4, R18: contact data and a date of death count for a holder as for the manager', async () => {
    const { where, path } = await family();
    await expectRefused(world, () => jeanne.client.put(path, { right: 'read_only' }), 422, 'invalid');
    const dead = await person(manager, where, { deathDate: '2020-02-02' });
    const save = () => jeanne.client.put(linePath(where, dead), { ...contact(), right: 'read_only' });
    await expectRefused(world, save, 409, 'person_deceased');
  });
});

describe('R3: changing, withdrawing, correcting', () => {
  it('R3: he can neither change nor withdraw, not even what he gave', async () => {
    const { where, path } = await family();
    await jeanne.client.put(path, { ...contact(), right: 'read_write' });
    const other = await person(manager, where);
    await give(manager, where, other, 'read_write');
    for (const line of [path, linePath(where, other)]) {
      for (const body of [{ right: 'read_only' }, { right: 'none' }, { right: 'none', email: 'nonsense' }]) {
        await expectRefused(world, () => jeanne.client.put(line, body), 403, 'not_permitted');
      }
    }
  });

  it('R3, R13: he corrects what he gave while it is pending: the old link dies, a new cycle starts', async () => {
    const { where, child, path } = await family();
    const first = contact();
    await jeanne.client.put(path, { ...first, right: 'read_only' });
    await world.deliver();
    const oldToken = tokenIn(world.inbox.to(first.email)[0]!);
    const second = contact();
    const mails = await arrivals(world, async () => {
      const answer = await jeanne.client.put(path, { ...second, right: 'read_only' });
      expect([answer.status, answer.body.email]).toEqual([200, second.email]);
    });
    expect(recipients(mails)).toContain(second.email);
    expect(recipients(mails)).not.toContain(first.email);
    expect((await world.client().get(`/api/invitations/${oldToken}`)).status).toBe(404);
    expect(await grantsOf(world, child)).toMatchObject([{ cycle: 2, given_by: jeanne.id }]);
    expect(await actionsOf(world, child)).toEqual(['access_given', 'contact_corrected']);

    const { client } = await accept(world, second.email, second.phone);
    expect((await client.get(where.path)).status).toBe(200);
    const correct = () => jeanne.client.put(path, { ...contact(), right: 'read_only' });
    await expectRefused(world, correct, 403, 'not_permitted');
    await expectRefused(world, () => jeanne.client.post(`${path}/invitation/resend`), 403, 'not_permitted');
  });

  it('R3, R13: he resends what he gave, and nobody else’s; the co-holder doesn’t resend his', async () => {
    const { where, child, path } = await family();
    await admit(manager, where, where.coHolderId!, paul);
    const { email, phone } = contact();
    await jeanne.client.put(path, { email, phone, right: 'read_only' });
    const resend = (line: string, { client }: Somebody) => client.post(`${line}/invitation/resend`);
    await world.deliver();
    const mails = await arrivals(world, async () => {
      expect((await resend(path, jeanne)).status).toBe(202);
    });
    expect(recipients(mails)).toEqual([email]);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'invitation_resent',
      actorId: jeanne.id,
      after: { how: 'repeat' },
    });
    await expectRefused(world, () => resend(path, paul), 403, 'not_permitted');
    const correct = () => paul.client.put(path, { ...contact(), right: 'read_only' });
    await expectRefused(world, correct, 403, 'not_permitted');
    const other = await person(manager, where);
    await give(manager, where, other);
    await expectRefused(world, () => resend(linePath(where, other), jeanne), 403, 'not_permitted');
  });

  it('R3: with advisors he can do nothing at all', async () => {
    const { where } = await family();
    const { id } = await register(manager, where);
    const { id: engaged } = await engage(manager, where, 'read_only');
    const { client } = jeanne;
    for (const right of ['read_only', 'read_write', 'none']) {
      await expectRefused(world, () => client.put(advisorPath(where, id), { right }), 403, 'not_permitted');
      await expectRefused(
        world,
        () => client.put(advisorPath(where, engaged), { right }),
        403,
        'not_permitted',
      );
    }
    const resend = () => client.post(`${advisorPath(where, engaged)}/invitation/resend`);
    await expectRefused(world, resend, 403, 'not_permitted');
    await expectRefused(world, () => client.post(`${where.path}/advisors`, {}), 403, 'not_permitted');
    const patch = () => client.patch(`${where.path}/advisors/${id}`, 1, { lastName: 'Other' });
    await expectRefused(world, patch, 403, 'not_permitted');
    const remove = () => client.delete(`${where.path}/advisors/${id}`, 1);
    await expectRefused(world, remove, 403, 'not_permitted');
    expect((await client.get(`${where.path}/advisors`)).status).toBe(200);
  });
});

describe('what becomes of an invitation that a holder gave', () => {
  /** What reaches him and the manager of it. */
  async function toldOf(happens: () => Promise<unknown>) {
    const mails = await arrivals(world, happens);
    const subjectsTo = (address: string) => mails.filter((mail) => mail.to === address).map((m) => m.subject);
    return { holder: subjectsTo(jeanne.email), manager: subjectsTo(manager.email) };
  }
  const decline = (email: string) =>
    world.client().post(`/api/invitations/${tokenIn(world.inbox.to(email).at(-1)!)}/decline`);

  it('point 8: is told to him, as to the manager: declined, accepted', async () => {
    const { path } = await family();
    const { email, phone } = contact();
    await jeanne.client.put(path, { email, phone, right: 'read_only' });
    await world.deliver();
    const declined = ['An invitation has been declined'];
    expect(await toldOf(() => decline(email))).toMatchObject({ holder: declined, manager: declined });
    const accepted = ['An invitation has been accepted'];
    const accepting = await toldOf(() => accept(world, email, phone));
    expect(accepting).toMatchObject({ holder: accepted, manager: accepted });
    const [toHolder] = world.inbox.to(jeanne.email).slice(-1);
    expect(toHolder!.text).toContain('has accepted the invitation to the client dossier');
  });

  it('point 8: an address refused for good is told to him too, who can correct it', async () => {
    const { path } = await family();
    const { email, phone } = contact();
    world.inbox.refuse(email, 550);
    const refused = await toldOf(() => jeanne.client.put(path, { email, phone, right: 'read_only' }));
    const undeliverable = 'An invitation could not be delivered';
    expect(refused.holder).toEqual([undeliverable]);
    expect(refused.manager).toContain(undeliverable);
  });

  it('of one that the manager gave he hears nothing', async () => {
    const { where, child } = await family();
    const { email } = await give(manager, where, child);
    await world.deliver();
    const declining = await toldOf(() => decline(email));
    expect(declining).toMatchObject({ holder: [], manager: ['An invitation has been declined'] });
  });

  it('R14: who is both the holder and the manager is told once', async () => {
    const where = await dossier(manager);
    const other = await member(world, house);
    await admit(manager, where, where.holderId, other);
    const child = await person(manager, where, { language: 'en' });
    const { email, phone } = contact();
    await other.client.put(linePath(where, child), { email, phone, right: 'read_only' });
    await manager.client.patch(where.path, 1, { managerId: other.memberId });
    await world.deliver();
    const mails = await arrivals(world, () => accept(world, email, phone));
    expect(recipients(mails).filter((to) => to === other.email)).toEqual([other.email]);
  });

  it('R14: who is the holder and the manager when it leaves is told once, whoever managed when it happened', async () => {
    const where = await dossier(manager);
    const both = await member(world, house);
    await admit(manager, where, where.holderId, both);
    const given = async () => {
      const child = await person(manager, where, { language: 'en' });
      const { email, phone } = contact();
      await both.client.put(linePath(where, child), { email, phone, right: 'read_only' });
      await world.deliver();
      return email;
    };
    const [first, second] = [await given(), await given()];
    const handOver = async (from: Somebody, to: { memberId: string }) => {
      const { version } = (await from.client.get(where.path)).body;
      expect((await from.client.patch(where.path, version, { managerId: to.memberId })).status).toBe(200);
    };
    const toldOnDecline = async (email: string, from: Somebody, to: { memberId: string }) => {
      const mails = await arrivals(world, async () => {
        await decline(email);
        await handOver(from, to);
      });
      return recipients(mails.filter(({ subject }) => subject === 'An invitation has been declined'));
    };
    const other = await member(world, house);
    expect(await toldOnDecline(first, manager, both)).toEqual([both.email]);
    expect(await toldOnDecline(second, both, other)).toEqual([both.email, other.email].sort());
  });

  it('R5: however much he is told, the manager can still change his right', async () => {
    const { where } = await family();
    for (let nth = 0; nth < 11; nth++) {
      const child = await person(manager, where);
      const { email, phone } = contact();
      await jeanne.client.put(linePath(where, child), { email, phone, right: 'read_only' });
      await world.deliver();
      await decline(email);
    }
    await world.deliver();
    const [told] = await world.owner<{ n: number }[]>`
      select count(*)::int as n from mails where dossier_id = ${where.id} and email = ${jeanne.email}
        and kind = 'declined'`;
    expect(told!.n).toBe(11);
    const lowered = await manager.client.put(linePath(where, where.holderId), { right: 'read_only' });
    expect(lowered.status).toBe(200);
  });

  it('R18: nothing more is told once he has died, and the manager is told once', async () => {
    const { where, path } = await family();
    const { email, phone } = contact();
    await jeanne.client.put(path, { email, phone, right: 'read_only' });
    const { persons } = (await manager.client.get(`${where.path}/family`)).body;
    const holder = persons.find(({ id }: { id: string }) => id === where.holderId);
    const dead = await toldOf(async () => {
      await decline(email);
      const written = `${where.path}/family/persons/${where.holderId}`;
      await manager.client.patch(written, holder.version, { deathDate: '2026-01-01' });
    });
    expect(dead).toMatchObject({ holder: [], manager: ['An invitation has been declined'] });
  });
});
