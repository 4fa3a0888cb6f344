import type { FirmRole } from '../../src/domain/words.ts';
import { accept, type Firm, newEmail, newPhone } from './people.ts';
import type { World } from './world.ts';

/** A member who joins, invited by Temporal; the mail server may be away for others. */
export async function joins(world: World, to: Firm, role: FirmRole) {
  const contact = { email: newEmail(role), phone: newPhone() };
  const path = `/api/firms/${to.id}/members`;
  const names = { firstName: 'Mia', lastName: `Member ${newPhone().slice(-5)}`, language: 'en' };
  const { body } = await to.admin.client.post(path, { ...names, ...contact, role });
  await world.inbox.nth(contact.email, 1);
  return { ...(await accept(world, contact.email, contact.phone)), memberId: body.id as string };
}
