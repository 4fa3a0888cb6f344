import { expect, vi } from 'vitest';
import { phoneChangeToken } from '../../src/db/token.ts';
import type { PhoneChangeState } from '../../src/domain/phone-change.ts';
import { phoneChangeWorkflowId } from '../../src/workflows/messages.ts';
import type { Client } from './client.ts';
import type { Received } from './inbox.ts';
import { accept, type Dossier, give, newPhone, password, type Somebody } from './people.ts';
import type { TimeWorld } from './time-world.ts';
import { authSecret, type World } from './world.ts';

/** The token of the one link to a change of number, in an e-mail or a text message. */
export function changeTokenIn({ text }: Pick<Received, 'text'>): string {
  const tokens = [...text.matchAll(/\/phone-changes\/(\w+)/g)].map((match) => match[1]!);
  if (tokens.length !== 1) throw new Error(`expected one link, found ${tokens.length}`);
  return tokens[0]!;
}

type Row = { id: string; state: PhoneChangeState; effective_at: Date | null; warned_at: Date | null };

/** Somebody who lost his phone and asks for a new number. */
export type Asking = Awaited<ReturnType<typeof askFor>>;

/** Asks for a new number with the right password. */
export async function askFor(
  world: World,
  { email, id }: Pick<Somebody, 'email' | 'id'>,
  phone = newPhone(),
) {
  await world.owner`delete from limits`;
  const answer = await world.client().post('/api/auth/lost-phone', { email, password, newPhone: phone });
  expect([answer.status, answer.body]).toEqual([202, {}]);
  const [row] = await world.owner<Row[]>`
    select id from phone_changes where account_id = ${id} order by id desc limit 1`;
  const changeId = row!.id;
  const asking = {
    changeId,
    phone,
    path: `/api/phone-changes/${changeId}`,
    row: async () => {
      const [now] = await world.owner<Row[]>`select * from phone_changes where id = ${changeId}`;
      return now!;
    },
    state: async () => (await asking.row()).state,
    /** The token in the e-mail to the address. */
    async token() {
      const token = phoneChangeToken(authSecret, changeId, 'address');
      const link = () => world.inbox.to(email).find(({ text }) => text.includes(`/phone-changes/${token}`));
      const mail = await vi.waitFor(() => link() ?? Promise.reject(new Error('no link came')), 15_000);
      return changeTokenIn(mail);
    },
    /** Proves address and new number. */
    async prove() {
      const path = `/api/phone-changes/${await asking.token()}`;
      expect((await world.client().post(`${path}/code`)).status).toBe(204);
      const proven = await world.client().post(path, { code: world.inbox.codeFor(phone) });
      expect(proven).toMatchObject({ status: 200, body: { state: 'waiting' } });
      return proven.body;
    },
    /** Moves the 24 hours back by so many, by the database's clock. */
    async pass(hours: number) {
      await world.owner`
        update phone_changes set effective_at = effective_at - ${hours} * interval '1 hour' where id = ${changeId}`;
    },
    /** Lets the 24 hours be over, and its workflow's activity look, where there is no Temporal. */
    async takeEffect() {
      await asking.pass(24);
      const task = JSON.stringify({ kind: 'phone_change', changeId });
      await world.owner`insert into owed (id, task) values (uuidv7(), (${task}::text)::jsonb)`;
      await world.deliver();
    },
  };
  return asking;
}

/** Lets so many days have passed since an account opened its accesses. */
export const openedAgo = ({ owner }: World, { id }: Pick<Somebody, 'id'>, days: number) =>
  owner`update grants set opened_at = now() - ${days} * interval '1 day' where account_id = ${id}`;

/** The holder of a dossier, who opened it 30 days ago; where a worker sends the invitation. */
export async function holderOf(
  world: TimeWorld,
  manager: { client: Client },
  where: Dossier,
): Promise<Somebody> {
  const { email, phone } = await give(manager, where, where.holderId);
  await world.inbox.nth(email, 1);
  const somebody = await accept(world, email, phone);
  await openedAgo(world, somebody, 30);
  return somebody;
}

/** Waits until the workflow of a change sleeps, with nothing left to tell it: from then on time may be moved. */
export async function asleep(world: TimeWorld, { changeId }: Pick<Asking, 'changeId'>): Promise<void> {
  const handle = world.temporal.workflow.getHandle(phoneChangeWorkflowId(changeId));
  await expect
    .poll(async () => {
      if ((await world.owed()).length > 0) return false;
      const history = await handle.fetchHistory().catch(() => null);
      return Boolean(history?.events?.at(-1)?.timerStartedEventAttributes);
    })
    .toBe(true);
}
