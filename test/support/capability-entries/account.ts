import { v7 as uuidv7 } from 'uuid';
import { phoneChangeToken, tokenHash } from '../../../src/db/token.ts';
import type { PhoneChangeState } from '../../../src/domain/phone-change.ts';
import { account, letIn, session } from '../by-sql.ts';
import { newEmail, newPhone, password } from '../people.ts';
import { authSecret, type World } from '../world.ts';
import type { At } from './callers.ts';
import type { Entry, Who } from './entry.ts';

const anybody = () => 'ok' as const;
const open = { open: true, ownSession: true, needs: anybody } as const;

/** A change of number that an account asked for. @returns its id and the token of the link to the address */
async function asked({ owner }: World, accountId: string, state: PhoneChangeState = 'asked') {
  const id = uuidv7();
  const tokens = {
    address: phoneChangeToken(authSecret, id, 'address'),
    old_number: phoneChangeToken(authSecret, id, 'old_number'),
  };
  await owner`insert into phone_changes ${owner({
    id,
    account_id: accountId,
    old_phone: newPhone(),
    new_phone: newPhone(),
    state,
    address_hash: tokenHash(tokens.address),
    old_number_hash: tokenHash(tokens.old_number),
    expires_at: new Date(Date.now() + 1_000_000).toISOString(),
    proven_at: state === 'asked' ? null : new Date().toISOString(),
  })}`;
  return { change: id, token: tokens.address };
}

/** Of somebody who opened the caller's dossier long ago. */
async function inHisDossier({ world, where }: At) {
  const somebody = await account(world, 'lost');
  const personId = await letIn(world, where, somebody, 'family_member', 'read_only');
  await world.owner`update grants set opened_at = now() - interval '31 days' where person_id = ${personId}`;
  return { params: await asked(world, somebody.id, 'waiting') };
}

const ofStranger = async ({ world }: At) => ({ params: await asked(world, (await account(world)).id) });
/** R15: the manager of the dossier; for everybody else there is nothing. */
const managerOfIt = ({ is }: Who) => (is('manager') ? 'ok' : 'not_found');

/** These accounts have no password: it is asked for again, and none is right. */
const again = { needs: () => 'wrong_password' as const, request: () => ({ body: { password } }) };

/** One's own account, and a lost phone: for who is signed in, or holds a link; confirmed by who may. */
export const accountEntries: Entry[] = [
  { route: 'get /api/me', needs: anybody, ok: 200 },
  {
    route: 'post /api/me/password',
    ...again,
    request: () => ({ body: { password, newPassword: password } }),
    ok: 204,
  },
  { route: 'post /api/me/authenticator', ...again, ok: 200 },
  {
    route: 'post /api/me/authenticator/confirm',
    needs: () => 'bad_code',
    request: () => ({ body: { code: '123456' } }),
    ok: 200,
  },
  { route: 'post /api/me/authenticator/remove', ...again, ok: 204 },
  {
    route: 'put /api/me/text-messages',
    ...again,
    request: () => ({ body: { password, allowed: true } }),
    ok: 204,
  },
  { route: 'post /api/me/recovery-codes', ...again, ok: 200 },
  { route: 'get /api/me/sessions', needs: anybody, ok: 200 },
  { route: 'delete /api/me/sessions', needs: anybody, ok: 204 },
  {
    route: 'delete /api/me/sessions/:session',
    what: 'one of his',
    needs: anybody,
    request: async ({ world, me }) => {
      if (!me) return { params: { session: uuidv7() } };
      await session(world, me);
      const [row] = await world.owner<{ id: string }[]>`
        select id from sessions where user_id = ${me.id} order by id desc limit 1`;
      return { params: { session: row!.id } };
    },
    ok: 204,
  },
  {
    route: 'delete /api/me/sessions/:session',
    what: 'another’s',
    needs: () => 'not_found',
    request: async ({ world }) => {
      const somebody = await account(world);
      await session(world, somebody);
      const [row] = await world.owner<
        { id: string }[]
      >`select id from sessions where user_id = ${somebody.id}`;
      return { params: { session: row!.id } };
    },
    ok: 204,
  },
  {
    route: 'post /api/me/phone-change/cancel',
    needs: anybody,
    request: async ({ world, me }) => {
      if (me) await asked(world, me.id);
      return {};
    },
    ok: 204,
  },
  {
    route: 'post /api/auth/lost-phone',
    ...open,
    request: () => ({ body: { email: newEmail('nobody'), password, newPhone: newPhone() } }),
    ok: 202,
  },
  { route: 'get /api/phone-changes', needs: anybody, ok: 200 },
  {
    route: 'post /api/phone-changes/:change/confirm',
    needs: managerOfIt,
    request: inHisDossier,
    ok: 200,
  },
  {
    route: 'post /api/phone-changes/:change/refuse',
    needs: managerOfIt,
    request: inHisDossier,
    ok: 204,
  },
  { route: 'get /api/phone-changes/:token', ...open, request: ofStranger, ok: 200 },
  { route: 'post /api/phone-changes/:token/code', ...open, request: ofStranger, ok: 204 },
  {
    route: 'post /api/phone-changes/:token',
    ...open,
    request: async (at) => {
      const sent = await ofStranger(at);
      const { change, token } = sent.params;
      await at.world.client().post(`/api/phone-changes/${token}/code`);
      const [row] = await at.world.owner<{ phone: string }[]>`
        select new_phone as phone from phone_changes where id = ${change}`;
      return { ...sent, body: { code: at.world.inbox.codeFor(row!.phone) } };
    },
    ok: 200,
  },
  { route: 'post /api/phone-changes/:token/cancel', ...open, request: ofStranger, ok: 204 },
];
