import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../../support/access.ts';
import { enrol, withPassword } from '../../support/authenticator.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Asking, askFor, changeTokenIn, openedAgo } from '../../support/lost-phone.ts';
import { dossier, firm, insider, member, type Somebody, signIn } from '../../support/people.ts';
import { resetToken } from '../../support/reset-token.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

async function client(): Promise<Somebody> {
  const d = await dossier(manager);
  const somebody = await insider(world, manager, d, d.holderId);
  await openedAgo(world, somebody, 30);
  return somebody;
}

const smsTo = ({ phone }: Pick<Somebody, 'phone'>) => world.inbox.to(`${phone}@sms.localhost`);
const confirm = ({ path }: Asking) => manager.client.post(`${path}/confirm`);

/** Confirmed, and everybody told of it. */
async function confirmed(somebody: Somebody): Promise<Asking> {
  const asking = await askFor(world, somebody);
  await world.deliver();
  await asking.prove();
  expect((await confirm(asking)).status).toBe(200);
  await world.deliver();
  return asking;
}

/** The three ways to cancel, each as a call. */
const ways = {
  address: (somebody: Somebody) => {
    const mail = world.inbox.to(somebody.email).at(-1)!;
    expect(mail.subject).toBe('Your phone number is about to change');
    return () => world.client().post(`/api/phone-changes/${changeTokenIn(mail)}/cancel`);
  },
  old_number: (somebody: Somebody) => {
    const token = changeTokenIn(smsTo(somebody).at(-1)!);
    return () => world.client().post(`/api/phone-changes/${token}/cancel`);
  },
  session: (somebody: Somebody) => () => somebody.client.post('/api/me/phone-change/cancel'),
};
type Way = keyof typeof ways;
const all = Object.keys(ways) as Way[];

test.each(all)('R15: it is cancelled by the %s, and never takes effect', async (way) => {
  const somebody = await client();
  const asking = await confirmed(somebody);
  const cancel = ways[way](somebody);
  expect((await cancel()).status).toBe(204);
  expect(await asking.state()).toBe('cancelled');
  await world.owner`update phone_changes set effective_at = now() - interval '1 day' where id = ${asking.changeId}`;
  await world.deliver();
  expect(await asking.state()).toBe('cancelled');
  expect((await somebody.client.get('/api/me')).body).toMatchObject({
    phone: somebody.phone,
    phoneChange: null,
  });
  expect(world.inbox.to(somebody.email).at(-1)!.text).toContain('has been cancelled');
  expect(await cancel()).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await confirm(asking)).body.code).toBe('phone_change_over');
  expect((await recordsOf(world, somebody.id)).at(-1)).toMatchObject({
    action: 'phone_change_ended',
    actorId: way === 'session' ? somebody.id : null,
    before: { state: 'confirmed' },
    after: { phoneChange: asking.changeId, state: 'cancelled', by: way },
  });
});

test.each(all)('R15: cancelled by the %s after it took effect: there is nothing to cancel', async (way) => {
  const somebody = await client();
  const asking = await confirmed(somebody);
  const cancel = ways[way](somebody);
  await asking.takeEffect();
  const answer = await cancel();
  // Its session ended with it; a new one finds nothing.
  if (way === 'session') {
    expect(answer.status).toBe(401);
    const again = await signIn(world, { ...somebody, phone: asking.phone });
    expect((await again.post('/api/me/phone-change/cancel')).status).toBe(404);
  } else expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await asking.state()).toBe('done');
});

test('R15: every session of the account sees it, and each may cancel it', async () => {
  const somebody = await client();
  const others = [await signIn(world, somebody), await signIn(world, somebody)];
  const asking = await confirmed(somebody);
  for (const one of [somebody.client, ...others]) {
    expect((await one.get('/api/me')).body.phoneChange).toMatchObject({
      id: asking.changeId,
      state: 'confirmed',
    });
  }
  expect((await others[1]!.post('/api/me/phone-change/cancel')).status).toBe(204);
  expect((await somebody.client.post('/api/me/phone-change/cancel')).body.code).toBe('not_found');
});

test('R15: it is cancelled while it is asked for, and while it waits, by the first link and by a session', async () => {
  for (const isProven of [false, true]) {
    for (const way of ['address', 'session'] as const) {
      const somebody = await client();
      const asking = await askFor(world, somebody);
      await world.deliver();
      if (isProven) await asking.prove();
      const call =
        way === 'session'
          ? ways.session(somebody)
          : async () => world.client().post(`/api/phone-changes/${await asking.token()}/cancel`);
      expect((await call()).status).toBe(204);
      expect(await asking.state()).toBe('cancelled');
    }
  }
});

test('R15: the text message to the old number is no code; its link cancels, and proves nothing', async () => {
  const somebody = await client();
  const asking = await confirmed(somebody);
  const { text } = smsTo(somebody).at(-1)!;
  expect(text).not.toMatch(/\d{6}/);
  expect(text).not.toContain(asking.phone);
  const path = `/api/phone-changes/${changeTokenIn(smsTo(somebody).at(-1)!)}`;
  expect((await world.client().get(path)).body).toMatchObject({ way: 'old_number', state: 'confirmed' });
  expect((await world.client().post(`${path}/code`)).body.code).toBe('not_found');
  expect((await world.client().post(path, { code: '123456' })).body.code).toBe('not_found');
  expect(smsTo(somebody).filter((sms) => sms.text.includes('/phone-changes/'))).toHaveLength(1);
  expect((await recordsOf(world, somebody.id)).map(({ action }) => action)).toContain('phone_change_warned');
});

test('R15: a confirmation and a cancellation at once: it never stays confirmed', async () => {
  for (let i = 0; i < 5; i++) {
    const somebody = await client();
    const asking = await askFor(world, somebody);
    await world.deliver();
    await asking.prove();
    const [confirming, cancelling] = await Promise.all([confirm(asking), ways.session(somebody)()]);
    expect(cancelling.status).toBe(204);
    expect([200, 409]).toContain(confirming.status);
    expect(await asking.state()).toBe('cancelled');
  }
});

test('R15: a cancellation and the effect at once: one of the two, whole', async () => {
  for (let i = 0; i < 5; i++) {
    const somebody = await client();
    const asking = await confirmed(somebody);
    const cancel = ways.address(somebody);
    const [, cancelled] = await Promise.all([asking.takeEffect(), cancel()]);
    const [account] = await world.owner<
      { phone: string }[]
    >`select phone from accounts where id = ${somebody.id}`;
    const isCancelled = cancelled.status === 204;
    expect([await asking.state(), account!.phone]).toEqual(
      isCancelled ? ['cancelled', somebody.phone] : ['done', asking.phone],
    );
  }
});

test('R15: in effect, every session, half-made sign-in and link to a new password ends; app and recovery codes go', async () => {
  const somebody = await client();
  const { app, recoveryCodes } = await enrol(world, somebody);
  await somebody.client.put('/api/me/text-messages', {
    password: 'correct horse battery staple',
    allowed: false,
  });
  const half = await withPassword(world, somebody);
  const asking = await confirmed(somebody);
  const { email } = somebody;
  await world.client().post('/api/auth/request-password-reset', { email });
  const reset = await resetToken(world, email);

  await asking.takeEffect();
  expect((await somebody.client.get('/api/me')).status).toBe(401);
  const late = await half.client.post('/api/auth/two-factor/verify-totp', { code: await app.code() });
  expect(late.body.code).toBe('not_signed_in');
  const body = { token: reset, newPassword: 'another long password' };
  expect((await world.client().post('/api/auth/reset-password', body)).body.code).toBe('bad_code');

  const { client: again, methods } = await withPassword(world, somebody);
  expect(methods).toEqual(['otp']);
  const enter = (path: string, code: string) => again.post(`/api/auth/two-factor/${path}`, { code });
  expect((await enter('verify-totp', await app.code())).body.code).toBe('bad_code');
  expect((await enter('verify-backup-code', recoveryCodes[0]!)).body.code).toBe('bad_code');
  await again.post('/api/auth/two-factor/send-otp', {});
  expect((await enter('verify-otp', world.inbox.codeFor(asking.phone))).status).toBe(200);
  expect((await again.get('/api/me')).body).toMatchObject({
    phone: asking.phone,
    secondFactors: { authenticator: false, textMessages: true },
    recoveryCodesLeft: 0,
  });
  expect((await recordsOf(world, somebody.id)).at(-1)).toMatchObject({
    action: 'phone_changed',
    actorId: null,
    details: { before: somebody.phone, after: asking.phone },
  });
});

test('R10, R17: accesses keep the number typed for them, and stay open', async () => {
  const d = await dossier(manager);
  const somebody = await insider(world, manager, d, d.holderId);
  await openedAgo(world, somebody, 30);
  const asking = await confirmed(somebody);
  await asking.takeEffect();
  const { body } = await manager.client.get(`${d.path}/access-rights`);
  const line = body.items.find((one: { party: { id: string } }) => one.party.id === d.holderId);
  expect(line).toMatchObject({ phone: somebody.phone, open: true });
  const again = await signIn(world, { ...somebody, phone: asking.phone });
  expect((await again.get(d.path)).status).toBe(200);
});
