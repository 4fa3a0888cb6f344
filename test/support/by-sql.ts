import { createHmac, randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Central, FirmRole, GrantedRight, TeamAccessMode } from '../../src/domain/words.ts';
import type { Client } from './client.ts';
import { type Dossier, newEmail, newPhone } from './people.ts';
import { addGrant, addPerson } from './rows.ts';
import { authSecret, type World } from './world.ts';

/** Somebody who has an account, and could sign in. */
export type Account = { id: string; email: string; phone: string };
export type Colleague = Account & { memberId: string };
export type Place = Pick<Dossier, 'id' | 'path' | 'holderId'> & { firm: string; coHolderId: string };

const now = new Date().toISOString();

/** An account without a password: who needs many of them has no time for their sign-ins. */
export async function account({ owner }: World, name = 'somebody'): Promise<Account> {
  const somebody = { id: uuidv7(), email: newEmail(name), phone: newPhone() };
  await owner`insert into accounts ${owner({
    ...somebody,
    name: 'Some Body',
    language: 'en',
    email_verified: true,
    two_factor_enabled: true,
  })}`;
  return somebody;
}

/** A new session of an account, in a browser of its own, as a sign-in would begin it. */
export async function session(world: World, { id }: Pick<Account, 'id'>): Promise<Client> {
  const token = randomUUID();
  await world.owner`insert into sessions (user_id, token, expires_at) values (${id}, ${token}, now() + interval '1 day')`;
  const signature = createHmac('sha256', authSecret).update(token).digest('base64');
  const client = world.client();
  client.keep('better-auth.session_token', encodeURIComponent(`${token}.${signature}`));
  return client;
}

export async function newFirm({ owner }: World): Promise<string> {
  const id = uuidv7();
  await owner`insert into firms ${owner({ id, name: 'Fortuna', language: 'en' })}`;
  return id;
}

/** A member of a firm's team who has joined. */
export async function colleague(world: World, firm: string, role: FirmRole): Promise<Colleague> {
  const { owner } = world;
  const somebody = await account(world, role);
  const memberId = uuidv7();
  const member = { id: memberId, firm_id: firm, first_name: 'Max', last_name: role, language: 'en', role };
  await owner`insert into members ${owner(member)}`;
  await addGrant(
    owner,
    { firm, dossier: null },
    { ...opened(somebody), right: null, member_id: memberId, given_by: null },
  );
  return { ...somebody, memberId };
}

/** A dossier with a holder and a co-holder, who have no access. */
export async function newDossier(
  { owner }: World,
  firm: string,
  managerId: string,
  mode: TeamAccessMode = 'listed',
): Promise<Place> {
  const [id, holderId, coHolderId] = [uuidv7(), uuidv7(), uuidv7()];
  const dossier = { id, firm_id: firm, name: 'Famille Dupont', manager_id: managerId, team_mode: mode };
  await owner`insert into dossiers ${owner(dossier)}`;
  await addPerson(owner, { id: holderId, dossier_id: id, central: 'holder' });
  await addPerson(owner, { id: coHolderId, dossier_id: id, central: 'co_holder' });
  return { id, path: `/api/dossiers/${id}`, firm, holderId, coHolderId };
}

/** A person of the family tree. @returns the id */
export async function newPerson({ owner }: World, { id: dossier_id }: Place, columns: object = {}) {
  const id = uuidv7();
  await addPerson(owner, { id, dossier_id, ...columns });
  return id;
}

/** An advisor registered in a dossier. */
export async function newAdvisor(
  { owner }: World,
  { id: dossier_id }: Place,
  contact: Partial<Account> = {},
) {
  const id = uuidv7();
  const { email = newEmail('notary'), phone = newPhone() } = contact;
  const names = { first_name: 'Nora', last_name: 'Notaire', language: 'fr', type: 'notary' };
  await owner`insert into advisors ${owner({ id, dossier_id, ...names, email, phone })}`;
  return { id, email, phone };
}

const opened = ({ id, email, phone }: Account) => ({
  account_id: id,
  email,
  phone,
  opened_at: now,
  state: 'notified',
});

/** The party that somebody has access as: a central person, another one of the family, or an advisor. */
export type PartyName = Central | 'family_member' | 'advisor';

/** Gives an account open access. @returns the party's id */
export async function letIn(
  world: World,
  where: Place,
  somebody: Account,
  as: PartyName,
  right: GrantedRight,
): Promise<string> {
  const rows = { firm: where.firm, dossier: where.id };
  if (as === 'advisor') {
    const { id } = await newAdvisor(world, where, somebody);
    await addGrant(world.owner, rows, { advisor_id: id, right, ...opened(somebody) });
    return id;
  }
  const id =
    as === 'holder'
      ? where.holderId
      : as === 'co_holder'
        ? where.coHolderId
        : await newPerson(world, where, { first_name: 'Léa' });
  await addGrant(world.owner, rows, { person_id: id, right, ...opened(somebody) });
  return id;
}

/** Access of a relative that nobody has opened yet. @returns the person and the contact data typed for him */
export async function invitedRelative(
  world: World,
  where: Place,
  { givenBy = null, email = newEmail('pending') }: { givenBy?: string | null; email?: string } = {},
) {
  const [id, phone] = [await newPerson(world, where), newPhone()];
  const rows = { firm: where.firm, dossier: where.id };
  const grant = { person_id: id, email, phone, given_by: givenBy, state: 'waiting_first_reminder' };
  await addGrant(world.owner, rows, grant);
  return { id, email, phone };
}

/** Lists a member in a dossier's team access. */
export const list = ({ owner }: World, { id }: Place, memberId: string, selfGiven = false) =>
  owner`insert into dossier_members ${owner({ dossier_id: id, member_id: memberId, self_given: selfGiven })}`;
