import { createFirm } from '../../src/api/firms/create-firm.ts';
import type { AdvisorType, FirmRole, GrantedRight } from '../../src/domain/words.ts';
import type { Client } from './client.ts';
import { tokenIn } from './inbox.ts';
import type { World } from './world.ts';

export const password = 'correct horse battery staple';

let counter = 0;
/** A mobile number that nobody else in the test has. */
export const newPhone = () => `+324700${String(++counter).padStart(5, '0')}`;
export const newEmail = (name: string) => `${name}.${++counter}@people.test`;

/** Somebody with an account, signed in. */
export type Somebody = { client: Client; email: string; phone: string; id: string };

/** Opens the link of the newest (or `nth`) e-mail to an address, once there is one, and makes the account with the code from the phone. */
export async function accept(
  world: Pick<World, 'owner' | 'client' | 'inbox'>,
  email: string,
  phone: string,
  nth?: number,
): Promise<Somebody> {
  await forgetLimits(world);
  const client = world.client();
  await world.inbox.nth(email, nth ?? 1);
  const token = tokenIn(world.inbox.to(email).at(nth === undefined ? -1 : nth - 1)!);
  await client.post(`/api/invitations/${token}/code`);
  const answer = await client.post(`/api/invitations/${token}/account`, {
    password,
    code: world.inbox.codeFor(phone),
  });
  if (answer.status !== 201) throw new Error(`no account was made: ${JSON.stringify(answer.body)}`);
  return { client, email, phone, id: answer.body.id };
}

/** Signs in with password and code. */
export async function signIn(
  world: World,
  { email, phone }: { email: string; phone: string },
  typed = password,
): Promise<Client> {
  await forgetLimits(world);
  const client = world.client();
  await client.post('/api/auth/sign-in/email', { email, password: typed });
  await client.post('/api/auth/two-factor/send-otp', {});
  const answer = await client.post('/api/auth/two-factor/verify-otp', { code: world.inbox.codeFor(phone) });
  if (answer.status !== 200) throw new Error(`not signed in: ${JSON.stringify(answer.body)}`);
  return client;
}

/** All tests call from one address: what was counted for it is forgotten. */
const forgetLimits = ({ owner }: Pick<World, 'owner'>) => owner`delete from limits where key like 'calls:%'`;

export type Firm = { id: string; admin: Somebody & { memberId: string } };

/** A firm with its admin, signed in. */
export async function firm(world: World, name = 'Fortuna'): Promise<Firm> {
  const [email, phone] = [newEmail('admin'), newPhone()];
  const { firmId, memberId } = await createFirm(world.db, {
    name,
    'admin-name': 'Ada Admin',
    'admin-email': email,
    'admin-phone': phone,
    language: 'en',
  });
  await world.deliver();
  const admin = { ...(await accept(world, email, phone)), memberId };
  await world.deliver();
  return { id: firmId, admin };
}

/** A member of a firm's team, signed in. */
export async function member(world: World, { id, admin }: Firm, role: FirmRole = 'manager') {
  const [email, phone] = [newEmail(role), newPhone()];
  const added = await admin.client.post(`/api/firms/${id}/members`, {
    firstName: 'Max',
    lastName: `Member ${++counter}`,
    email,
    phone,
    language: 'en',
    role,
  });
  await world.deliver();
  const somebody = await accept(world, email, phone);
  await world.deliver();
  return { ...somebody, memberId: added.body.id as string };
}

export type Dossier = { id: string; path: string; holderId: string; coHolderId: string | null };

/** A dossier of a manager's. */
export async function dossier({ client }: { client: Client }, { couple = false } = {}): Promise<Dossier> {
  const answer = await client.post('/api/dossiers', {
    name: 'Famille Dupont',
    holder: { firstName: 'Jeanne', lastName: 'Dupont' },
    ...(couple ? { coHolder: { firstName: 'Paul', lastName: 'Martin' } } : {}),
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const { id, holder, coHolder } = answer.body;
  return { id, path: `/api/dossiers/${id}`, holderId: holder.id, coHolderId: coHolder?.id ?? null };
}

/** A person added to the family tree. @returns the id */
export async function person(
  { client }: { client: Client },
  { path }: Dossier,
  fields: object = {},
): Promise<string> {
  const answer = await client.post(`${path}/family/persons`, {
    firstName: 'Léa',
    lastName: `Dupont ${++counter}`,
    ...fields,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** A donation of the holder's, of money by bank, to one person. @returns the API's answer body */
export async function donation(
  { client }: { client: Client },
  { path, holderId }: Dossier,
  doneeId: string | null,
  fields: object = {},
) {
  const answer = await client.post(`${path}/donations`, {
    donorId: holderId,
    donees: [{ personId: doneeId, share: '1' }],
    givenOn: '2020-06-15',
    category: 'money',
    description: 'Épargne',
    cents: 1_000_000,
    currency: 'EUR',
    form: 'bank',
    registered: false,
    usufructReserved: false,
    ...fields,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** An advisor registered in a dossier. */
export async function advisor(
  { client }: { client: Client },
  { path }: Dossier,
  type: AdvisorType = 'notary',
) {
  const [email, phone] = [newEmail(type), newPhone()];
  const answer = await client.post(`${path}/advisors`, {
    firstName: 'Nora',
    lastName: 'Notaire',
    email,
    phone,
    language: 'fr',
    type,
    ...(type === 'other' ? { typeText: 'art expert' } : {}),
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: answer.body.id as string, email, phone, version: answer.body.version as number };
}

/** Gives a person access. */
export async function give(
  { client }: { client: Client },
  { path }: Dossier,
  personId: string,
  right: GrantedRight = 'read_write',
  contact = { email: newEmail('person'), phone: newPhone() },
) {
  const { email, phone } = contact;
  const answer = await client.put(`${path}/access-rights/persons/${personId}`, { email, phone, right });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return { email, phone, line: answer.body, grantId: answer.body.grantId as string };
}

/** A person with open access, signed in. */
export async function insider(
  world: World,
  manager: { client: Client },
  where: Dossier,
  personId: string,
  right: GrantedRight = 'read_write',
): Promise<Somebody & { grantId: string }> {
  const { email, phone, grantId } = await give(manager, where, personId, right);
  await world.deliver();
  const somebody = await accept(world, email, phone);
  await world.deliver();
  return { ...somebody, grantId };
}
