import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  dossier,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  password,
  person,
} from '../../support/people.ts';
import { addMember } from '../../support/team.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Awaited<ReturnType<typeof firm>>;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

/** A person who was invited and has no account. */
async function invited(contact = { email: newEmail('person'), phone: newPhone() }) {
  const where = await dossier(manager);
  const given = await give(manager, where, await person(manager, where), 'read_write', contact);
  await world.deliver();
  return { ...given, token: tokenIn(world.inbox.to(contact.email).at(-1)!) };
}
const sendCode = (token: string) => world.client().post(`/api/invitations/${token}/code`);
const makeAccount = (token: string, code: string) =>
  world.client().post(`/api/invitations/${token}/account`, { password, code });

/** Does something while a grant's correction to another address is under way, and ends it once that waits for it. */
async function whileCorrected<T>(grantId: string, work: () => Promise<T>): Promise<T> {
  let working: Promise<T> | undefined;
  await world.owner.begin(async (tx) => {
    await tx`update grants set email = ${newEmail('right')}, cycle = cycle + 1, version = version + 1,
      state = 'queued' where id = ${grantId}`;
    working = work();
    await expect.poll(() => waiting(), { interval: 10 }).toBe(true);
  });
  return working!;
}
const waiting = async () => {
  const found = await world.owner`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return found.length > 0;
};
const isBound = async (grantId: string) => {
  const [grant] = await world.owner`select account_id from grants where id = ${grantId}`;
  return grant!.account_id !== null;
};

test('R9: two who accept at once make one account, also through two dossiers', async () => {
  for (let round = 0; round < 5; round++) {
    const one = await invited();
    const two = round % 2 ? await invited({ email: one.email, phone: one.phone }) : one;
    await sendCode(one.token);
    const first = world.inbox.codeFor(one.phone);
    if (two !== one) await sendCode(two.token);
    const second = world.inbox.codeFor(two.phone);
    const answers = await Promise.all([makeAccount(one.token, first), makeAccount(two.token, second)]);
    expect(answers.map((answer) => answer.status).filter((status) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers)
      if (status !== 201) expect(['not_found', 'bad_code']).toContain(body.code);
    const accounts = await world.owner`select id from accounts where email = ${one.email}`;
    expect(accounts).toHaveLength(1);
    const bound = await world.owner`
      select account_id from grants where email = ${one.email} and account_id = ${accounts[0]!.id}`;
    expect(bound).toHaveLength(two === one ? 1 : 2);
    const made = await world.owner`
      select id from records where action = 'account_created' and subject_id = ${accounts[0]!.id}`;
    expect(made).toHaveLength(1);
    expect(await world.owner`select id from sessions where user_id = ${accounts[0]!.id}`).toHaveLength(1);
  }
});

test('R13: who accepts while the address is being corrected gets no account', async () => {
  const { token, phone, email, grantId } = await invited();
  await sendCode(token);
  const answer = await whileCorrected(grantId, () => makeAccount(token, world.inbox.codeFor(phone)));
  expect(answer.body.code).toBe('not_found');
  expect(await world.owner`select id from accounts where email = ${email}`).toHaveLength(0);
  expect(await isBound(grantId)).toBe(false);
});

test('R13, R15: who joins a team while the address is being corrected does not join', async () => {
  const where = await dossier(manager);
  const { client, email, phone } = await insider(world, manager, where, where.holderId);
  const { body } = await addMember(team.admin.client, team, { email, phone });
  await world.deliver();
  const token = tokenIn(world.inbox.to(email).at(-1)!);
  const [grant] = await world.owner`select id from grants where member_id = ${body.id}`;
  const answer = await whileCorrected(grant!.id, () => client.post(`/api/invitations/${token}/accept`, {}));
  expect(answer.body.code).toBe('not_found');
  expect(await isBound(grant!.id)).toBe(false);
});

test('R10, R13: who opens an access while its address is being corrected does not open it', async () => {
  const first = await dossier(manager);
  const { client, email } = await insider(world, manager, first, first.holderId);
  const where = await dossier(manager);
  const typed = newPhone();
  const { grantId } = await give(manager, where, where.holderId, 'read_only', { email, phone: typed });
  await client.post(`${where.path}/open/code`);
  const code = world.inbox.codeFor(typed);
  const answer = await whileCorrected(grantId, () => client.post(`${where.path}/open`, { code }));
  expect(answer.body.code).toBe('bad_code');
  expect(await isBound(grantId)).toBe(false);
  expect((await client.get(where.path)).status).toBe(404);
});
