import type { Client } from './client.ts';
import { type Firm, newEmail, newPhone } from './people.ts';
import type { World } from './world.ts';

export const membersOf = ({ id }: Firm) => `/api/firms/${id}/members`;

/** Adds a member to a firm's team, as somebody: the answer. */
export const addMember = (client: Client, to: Firm, more: object = {}) =>
  client.post(membersOf(to), {
    firstName: 'Mia',
    lastName: 'Member',
    email: newEmail('mia'),
    phone: newPhone(),
    language: 'nl',
    role: 'support',
    ...more,
  });

/** A member of a team who hasn't joined. */
export async function pendingMember(team: Firm) {
  const contact = { email: newEmail('pending'), phone: newPhone() };
  const { body } = await addMember(team.admin.client, team, contact);
  return { ...contact, id: body.id as string, path: `${membersOf(team)}/${body.id}` };
}

/** The line of a member as somebody sees it. */
export async function memberSeenBy(client: Client, team: Firm, memberId: string) {
  const { body } = await client.get(membersOf(team));
  return body.items.find((item: { id: string }) => item.id === memberId);
}

/** Changes a member as the admin, at the version that he reads: the answer. */
export async function changeMember(team: Firm, memberId: string, body: object) {
  const { client } = team.admin;
  const { version } = await memberSeenBy(client, team, memberId);
  return client.patch(`${membersOf(team)}/${memberId}`, version, body);
}

/** What the record holds about a member, oldest first; without the e-mails' fate. */
export const memberRecords = ({ owner }: World, memberId: string) =>
  owner<{ action: string; before: unknown; after: unknown }[]>`
    select action, before, after from records
    where subject_id = ${memberId} and action not like 'mail_%' order by id`;
