import { afterAll, beforeAll, expect, test } from 'vitest';
import { admit, recordsOf } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Asking, askFor, openedAgo } from '../../support/lost-phone.ts';
import {
  type Dossier,
  dossier,
  type Firm,
  firm,
  insider,
  member,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let where: Dossier;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
  where = await dossier(manager);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

type Signed = Pick<Somebody, 'client'>;
const confirm = ({ client }: Signed, { path }: Pick<Asking, 'path'>) => client.post(`${path}/confirm`);
const refuse = ({ client }: Signed, { path }: Pick<Asking, 'path'>) => client.post(`${path}/refuse`);
const waitingFor = async ({ client }: Signed) => (await client.get('/api/phone-changes')).body.items;
const idsFor = async (who: Signed) => (await waitingFor(who)).map(({ id }: { id: string }) => id);
const toConfirm = 'A new phone number awaits your confirmation';
const asksTo = ({ email }: Pick<Somebody, 'email'>) =>
  world.inbox.to(email).filter(({ subject }) => subject === toConfirm);
const inDossier = async (days = 30, d = where): Promise<Somebody> => {
  const somebody = await insider(world, manager, d, await person(manager, d));
  await openedAgo(world, somebody, days);
  return somebody;
};

/** Asked for, and address and new number proven. */
async function proven(somebody: Somebody): Promise<Asking> {
  const asking = await askFor(world, somebody);
  await world.deliver();
  await asking.prove();
  await world.deliver();
  return asking;
}

test('R15: the manager is told and sees who asks, as in his dossier, and confirms; 24 hours begin', async () => {
  const somebody = await inDossier();
  const asked = asksTo(manager).length;
  const asking = await proven(somebody);
  const { firstName, lastName } = { firstName: 'Léa', lastName: /Dupont \d+/ };
  expect(asksTo(manager)).toHaveLength(asked + 1);
  const { text } = asksTo(manager).at(-1)!;
  expect(text).toMatch(lastName);
  expect(text).toContain('Famille Dupont');
  expect(text).toContain('http://dossiers.test/phone-changes');
  for (const secret of [somebody.phone, asking.phone, somebody.email]) expect(text).not.toContain(secret);

  const item = (await waitingFor(manager)).find(({ id }: { id: string }) => id === asking.changeId);
  expect(item).toMatchObject({
    state: 'waiting',
    accesses: [
      { name: expect.stringContaining(firstName), dossier: { id: where.id, name: 'Famille Dupont' } },
    ],
    newPhone: `+32 ••• •• ${asking.phone.slice(-2)}`,
    effectiveAt: null,
  });
  const confirmed = await confirm(manager, asking);
  expect(confirmed).toMatchObject({ status: 200, body: { id: asking.changeId, state: 'confirmed' } });
  expect((Date.parse(confirmed.body.effectiveAt) - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
  expect((await recordsOf(world, somebody.id)).at(-1)).toMatchObject({
    action: 'phone_change_confirmed',
    actorId: manager.id,
    after: { phoneChange: asking.changeId },
  });
});

test('R15: nobody confirms or refuses his own change, the manager of his own dossier neither', async () => {
  const d = await dossier(manager);
  const chief = await member(world, team);
  await admit(manager, d, d.holderId, chief);
  await openedAgo(world, chief, 40);
  expect((await manager.client.patch(d.path, 1, { managerId: chief.memberId })).status).toBe(200);
  const asking = await proven(chief);
  expect(await idsFor(chief)).toEqual([]);
  for (const call of [confirm, refuse]) {
    expect(await call(chief, asking)).toMatchObject({ status: 403, body: { code: 'own_phone_change' } });
  }
  expect(await asking.state()).toBe('waiting');
});

test('R15: by the manager of a dossier opened 29 days ago it is refused, and says why; 30 days suffice', async () => {
  const somebody = await inDossier(29.99);
  const asked = asksTo(manager).length;
  const asking = await proven(somebody);
  expect(asksTo(manager)).toHaveLength(asked);
  expect(await idsFor(manager)).not.toContain(asking.changeId);
  for (const call of [confirm, refuse]) {
    expect(await call(manager, asking)).toMatchObject({ status: 403, body: { code: 'opened_too_recently' } });
  }
  expect(await asking.state()).toBe('waiting');
  await openedAgo(world, somebody, 30);
  expect(await idsFor(manager)).toContain(asking.changeId);
  expect((await confirm(manager, asking)).status).toBe(200);
});

test('R15: who asks is told when there is nobody who may confirm', async () => {
  const somebody = await inDossier(2);
  const asking = await askFor(world, somebody);
  await world.deliver();
  expect((await asking.prove()).canBeConfirmed).toBe(false);
});

test('R15: neither the admin, nor a colleague, nor a stranger confirms for a client: for them there is nothing', async () => {
  const somebody = await inDossier();
  const colleague = await member(world, team);
  await manager.client.put(`${where.path}/team-access`, { mode: 'listed', memberIds: [colleague.memberId] });
  const relative = await inDossier();
  const others = [team.admin, colleague, (await firm(world)).admin, relative];
  const told = others.map((who) => asksTo(who).length);
  const asking = await proven(somebody);
  expect(others.map((who) => asksTo(who).length)).toEqual(told);
  for (const who of others) {
    expect(await idsFor(who)).not.toContain(asking.changeId);
    for (const call of [confirm, refuse]) {
      expect(await call(who, asking)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  }
  await world.owner`update grants set ended_at = now() where account_id = ${somebody.id}`;
  expect(await idsFor(manager)).not.toContain(asking.changeId);
  expect((await confirm(manager, asking)).body.code).toBe('not_found');
});

test('R15: what is not proven yet is nobody’s to see or confirm', async () => {
  const somebody = await inDossier();
  const asking = await askFor(world, somebody);
  await world.deliver();
  expect(await idsFor(manager)).not.toContain(asking.changeId);
  expect((await confirm(manager, asking)).body.code).toBe('not_found');
});

test('R15: for a member of the team the admin confirms; for the admin, another admin, never he himself', async () => {
  const house = await firm(world);
  const chief = await member(world, house);
  const support = await member(world, house, 'support');
  const his = await proven(support);
  expect(asksTo(house.admin)).toHaveLength(1);
  expect(asksTo(chief)).toEqual([]);
  expect((await confirm(chief, his)).status).toBe(404);
  expect((await confirm(house.admin, his)).status).toBe(200);
  const [item] = await waitingFor(house.admin);
  expect(item.accesses).toEqual([{ name: expect.stringMatching(/^Max Member \d+$/), dossier: null }]);

  const alone = await askFor(world, house.admin);
  await world.deliver();
  expect((await alone.prove()).canBeConfirmed).toBe(false);
  expect((await confirm(house.admin, alone)).body.code).toBe('own_phone_change');
  const other = await member(world, house, 'admin');
  expect(await idsFor(other)).toContain(alone.changeId);
  expect((await confirm(other, alone)).status).toBe(200);
});

test('R1, R15: handed over while it waits, the new manager confirms and the former one can’t any more', async () => {
  const d = await dossier(manager);
  const somebody = await insider(world, manager, d, d.holderId);
  await openedAgo(world, somebody, 31);
  const asking = await proven(somebody);
  const successor = await member(world, team);
  expect((await manager.client.patch(d.path, 1, { managerId: successor.memberId })).status).toBe(200);
  expect(await idsFor(manager)).not.toContain(asking.changeId);
  expect((await confirm(manager, asking)).status).toBe(404);
  expect(await idsFor(successor)).toContain(asking.changeId);
  expect((await confirm(successor, asking)).status).toBe(200);
});

test('R1, R15: a confirmation and a hand-over at once: who confirmed was the manager until then', async () => {
  for (let i = 0; i < 5; i++) {
    const d = await dossier(manager);
    const somebody = await insider(world, manager, d, d.holderId);
    await openedAgo(world, somebody, 31);
    const asking = await proven(somebody);
    const [answer, handed] = await Promise.all([
      confirm(manager, asking),
      manager.client.patch(d.path, 1, { managerId: team.admin.memberId }),
    ]);
    expect(handed.status).toBe(200);
    expect([200, 404]).toContain(answer.status);
    const order = await world.owner<{ action: string }[]>`
      select action from records where subject_id in (${d.id}, ${somebody.id})
        and action in ('manager_changed', 'phone_change_confirmed') order by at`;
    if (answer.status === 200) expect(order.map(({ action }) => action)[0]).toBe('phone_change_confirmed');
    expect(await asking.state()).toBe(answer.status === 200 ? 'confirmed' : 'waiting');
  }
});

test('R17: two firms are told one e-mail each, in their own words, and see nothing of each other', async () => {
  const somebody = await inDossier();
  const elsewhere = await firm(world, 'Minerva');
  const theirs = await dossier(elsewhere.admin);
  const named = await person(elsewhere.admin, theirs, { firstName: 'Autre', lastName: 'Nom' });
  await admit(elsewhere.admin, theirs, named, somebody);
  const second = await dossier(manager);
  await admit(manager, second, second.holderId, somebody);
  await openedAgo(world, somebody, 30);
  const before = asksTo(manager).length;
  const asking = await proven(somebody);
  expect([asksTo(manager).length - before, asksTo(elsewhere.admin).length]).toEqual([1, 1]);
  expect(asksTo(elsewhere.admin)[0]!.text).toMatch(/Autre Nom.*Minerva/s);
  expect(asksTo(elsewhere.admin)[0]!.text).not.toMatch(/Léa|Fortuna/);
  const [item] = await waitingFor(elsewhere.admin);
  expect(item.accesses).toEqual([{ name: 'Autre Nom', dossier: { id: theirs.id, name: 'Famille Dupont' } }]);
  const mine = (await waitingFor(manager)).find(({ id }: { id: string }) => id === asking.changeId);
  expect(mine.accesses.map((one: { dossier: { id: string } }) => one.dossier.id)).toEqual([
    where.id,
    second.id,
  ]);

  const answers = await Promise.all([confirm(manager, asking), confirm(elsewhere.admin, asking)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('already_confirmed');
  const kinds = await world.owner`
    select id from mails where email = ${somebody.email} and kind = 'phone_change_confirmed'`;
  expect(kinds).toHaveLength(1);
});

test('R15: who may confirm may refuse, in the 24 hours too; the account is told, and nothing comes of it', async () => {
  for (const first of [async () => {}, confirm]) {
    const somebody = await inDossier();
    const asking = await proven(somebody);
    await first(manager, asking);
    expect((await refuse(manager, asking)).status).toBe(204);
    expect(await asking.state()).toBe('refused');
    await asking.pass(48);
    await world.deliver();
    expect(world.inbox.to(somebody.email).at(-1)!.text).toContain('has been refused');
    for (const call of [confirm, refuse]) {
      expect(await call(manager, asking)).toMatchObject({ status: 409, body: { code: 'phone_change_over' } });
    }
    expect((await somebody.client.get('/api/me')).body).toMatchObject({
      phone: somebody.phone,
      phoneChange: null,
    });
    expect((await recordsOf(world, somebody.id)).at(-1)).toMatchObject({
      action: 'phone_change_ended',
      actorId: manager.id,
      after: { state: 'refused' },
    });
  }
});

test('R15: one confirms and one refuses at once: it is never both confirmed and alive after the refusal', async () => {
  for (let i = 0; i < 5; i++) {
    const asking = await proven(await inDossier());
    const [confirmed, refused] = await Promise.all([confirm(manager, asking), refuse(manager, asking)]);
    expect(refused.status).toBe(204);
    expect([200, 409]).toContain(confirmed.status);
    expect(await asking.state()).toBe('refused');
  }
});

test('R18: for a person who has died nobody confirms', async () => {
  const personId = await person(manager, where);
  const somebody = await insider(world, manager, where, personId);
  await openedAgo(world, somebody, 60);
  const asking = await proven(somebody);
  await world.owner`update persons set death_date = '2026-01-01' where id = ${personId}`;
  expect(await idsFor(manager)).not.toContain(asking.changeId);
  expect((await confirm(manager, asking)).status).toBe(404);
});

test('R15: the database itself takes no confirmation by the account itself, and none without', async () => {
  const somebody = await inDossier();
  const asking = await proven(somebody);
  const { sql } = world.db;
  await expect(
    sql`update phone_changes set state = 'confirmed', confirmed_at = now(), effective_at = now(),
      confirmed_by = account_id where id = ${asking.changeId}`,
  ).rejects.toThrow(/confirmed_by_another/);
  await expect(
    sql`update phone_changes set state = 'done', ended_at = now() where id = ${asking.changeId}`,
  ).rejects.toThrow(/confirmed_first/);
  await expect(sql`delete from phone_changes`).rejects.toThrow(/permission denied/);
});
