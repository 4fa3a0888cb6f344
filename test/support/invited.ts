import { expect } from 'vitest';
import type { InvitationState } from '../../src/domain/invitation.ts';
import { type Dossier, dossier, give, type member, newEmail, newPhone, person } from './people.ts';
import { day, type TimeWorld } from './time-world.ts';

type Manager = Awaited<ReturnType<typeof member>>;

/** A person whose invitation runs: what the tests of its days ask. */
export type Invited = {
  world: TimeWorld;
  manager: Manager;
  d: Dossier;
  personId: string;
  email: string;
  phone: string;
  grantId: string;
  /** The line of the access rights, read anew. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer's body, as a foreign client sees it.
  line(): Promise<any>;
  /** Waits until the invitation is in a state. */
  is(state: InvitationState): Promise<void>;
  /** Days since the invitation was taken by the mail server. */
  days(iso: string): number;
  save(body: object): ReturnType<Manager['client']['put']>;
  resend(): ReturnType<Manager['client']['post']>;
};

/** Gives a new person access, and waits for the invitation; with `sent: false`, only for the save. */
export async function invite(
  world: TimeWorld,
  manager: Manager,
  {
    sent = true,
    where,
    email = newEmail('invited'),
  }: { sent?: boolean; where?: Dossier; email?: string } = {},
) {
  const d = where ?? (await dossier(manager));
  const personId = await person(manager, d, { language: 'en' });
  const given = await give(manager, d, personId, 'read_write', { email, phone: newPhone() });
  const path = `${d.path}/access-rights`;
  let day0 = 0;
  const invited: Invited = {
    ...given,
    world,
    manager,
    d,
    personId,
    async line() {
      const { body } = await manager.client.get(path);
      return body.items.find((item: { party: { id: string } }) => item.party.id === personId);
    },
    async is(state) {
      await expect.poll(async () => (await invited.line()).invitation?.state).toBe(state);
    },
    days: (iso) => (Date.parse(iso) - day0) / day,
    save: (body) => manager.client.put(`${path}/persons/${personId}`, body),
    resend: () => manager.client.post(`${path}/persons/${personId}/invitation/resend`),
  };
  if (sent) {
    await invited.is('waiting_first_reminder');
    day0 = Date.parse((await invited.line()).invitation.sentAt);
  }
  return invited;
}

/** Lets the days pass that lead to a state, from a new invitation on. */
export async function passTo(
  invited: Invited,
  state: 'waiting_first_reminder' | 'waiting_second_reminder' | 'unanswered',
) {
  const { world } = invited;
  if (state === 'waiting_first_reminder') return;
  await world.sleep(7 * day + minute);
  await invited.is('waiting_second_reminder');
  if (state === 'waiting_second_reminder') return;
  await world.sleep(30 * day + minute);
  await invited.is('unanswered');
}

export const minute = 60_000;

/** How many e-mails an address got, once a year more has passed: whatever was still due would have come. */
export async function mailsInAll({ world }: Invited, address: string): Promise<number> {
  await world.sleep(365 * day);
  return world.inbox.to(address).length;
}
