import { expect } from 'vitest';
import type { EmailKind } from '../../src/domain/mail.ts';
import type { RecordAction } from '../../src/domain/record.ts';
import type { GrantedRight } from '../../src/domain/words.ts';
import type { Answer, Client } from './client.ts';
import type { Received } from './inbox.ts';
import { type Dossier, give, newEmail, newPhone, type Somebody } from './people.ts';
import type { World } from './world.ts';

type Manager = { client: Client };

const tables = [
  'dossiers',
  'dossier_members',
  'persons',
  'unions',
  'parent_links',
  'advisors',
  'grants',
  'records',
  'record_details',
  'mails',
  'owed',
  'idempotency_keys',
  'revisions',
  'wealth_items',
  'item_values',
  'owners',
  'donations',
  'donees',
  'simulations',
  'reports',
  'onboardings',
  'onboarding_lines',
  'onboarded_dossiers',
  'views',
];

/** Every row that a call on a dossier may write: to see that a refused one wrote nothing. */
export async function everything({ owner }: World): Promise<Record<string, unknown[]>> {
  const rows = tables.map((table) => owner`select * from ${owner(table)} order by 1, 2`);
  const found = await Promise.all(rows);
  return Object.fromEntries(tables.map((table, i) => [table, [...found[i]!]]));
}

/** A call that a rule refuses: status, code, problem document, and not a row changed. */
export async function expectRefused(
  world: World,
  call: () => Promise<Answer>,
  status: number,
  code: string,
): Promise<Answer> {
  const before = await everything(world);
  const answer = await call();
  expect({ status: answer.status, code: answer.body?.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await everything(world)).toEqual(before);
  return answer;
}

/** The fields that a 422 names, each with its code, in order. */
export const fieldErrors = ({ body }: Answer): [field: string, code: string][] =>
  body.errors.map((error: { field: string; code: string }) => [error.field, error.code]);

/** What arrives because of `work`, in order; what was owed before is done first. */
export async function arrivals(world: World, work: () => Promise<unknown>): Promise<Received[]> {
  await world.deliver();
  const before = world.inbox.received.length;
  await work();
  await world.deliver();
  return world.inbox.received.slice(before);
}

/** Who got an e-mail, in alphabetical order: one entry each. */
export const recipients = (mails: Received[]) => mails.map((mail) => mail.to).sort();

/** Lines of the access rights. */
export const linePath = ({ path }: Dossier, personId: string) => `${path}/access-rights/persons/${personId}`;
export const advisorPath = ({ path }: Dossier, advisorId: string) =>
  `${path}/access-rights/advisors/${advisorId}`;

/** The line of a party as somebody sees it. */
export async function lineOf({ client }: Manager, { path }: Dossier, partyId: string) {
  const { body } = await client.get(`${path}/access-rights`);
  return body.items.find(({ party }: { party: { id: string } }) => party.id === partyId);
}

export type GrantOf = {
  id: string;
  right: GrantedRight;
  email: string;
  phone: string;
  account_id: string | null;
  given_by: string;
  opened_at: Date | null;
  ended_at: Date | null;
  ends_at: Date | null;
  warns_at: Date | null;
  version: number;
  cycle: number;
  state: string;
  sent_at: Date | null;
  reminders_sent: number;
  next_reminder_at: Date | null;
  expires_at: Date | null;
};

/** A party's grants, the ended ones too, oldest first. */
export const grantsOf = async ({ owner }: World, partyId: string): Promise<GrantOf[]> => [
  ...(await owner<GrantOf[]>`
    select * from grants where person_id = ${partyId} or advisor_id = ${partyId} order by id`),
];

type RecordOf = {
  action: RecordAction;
  actorId: string | null;
  before: unknown;
  after: unknown;
  details: Record<string, unknown>;
};

/** What the record holds about a subject, oldest first; without the e-mails' fate. */
export const recordsOf = async ({ owner }: World, subjectId: string): Promise<RecordOf[]> => [
  ...(await owner<RecordOf[]>`
    select action, actor_id as "actorId", before, after, details
    from records r join record_details d on d.record_id = r.id
    where subject_id = ${subjectId} and action not like 'mail_%' order by r.id`),
];

export const actionsOf = async (world: World, subjectId: string) =>
  (await recordsOf(world, subjectId)).map((record) => record.action);

/** The kinds of the e-mails meant to leave to an address, oldest first. */
export const mailKindsTo = async ({ owner }: World, { id }: Dossier, email: string): Promise<EmailKind[]> =>
  (
    await owner<{ kind: EmailKind }[]>`
      select kind from mails where dossier_id = ${id} and email = ${email} order by id`
  ).map((mail) => mail.kind);

/** Gives access as a person to somebody who has an account: it opens at once (R10). */
export const admit = (
  manager: Manager,
  where: Dossier,
  personId: string,
  { email, phone }: Pick<Somebody, 'email' | 'phone'>,
  right: GrantedRight = 'read_write',
) => give(manager, where, personId, right, { email, phone });

/** Registers an advisor. @returns the API's answer body */
export async function register({ client }: Manager, { path }: Dossier, fields: object = {}) {
  const answer = await client.post(`${path}/advisors`, {
    firstName: 'Nora',
    lastName: 'Notaire',
    email: newEmail('notary'),
    phone: newPhone(),
    language: 'fr',
    type: 'notary',
    ...fields,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Registers an advisor and gives him access; it opens at once for who has an account. @returns the advisor */
export async function engage(
  manager: Manager,
  where: Dossier,
  right: GrantedRight = 'read_write',
  contact: Pick<Somebody, 'email' | 'phone'> = { email: newEmail('notary'), phone: newPhone() },
) {
  const registered = await register(manager, where, { email: contact.email, phone: contact.phone });
  const answer = await manager.client.put(advisorPath(where, registered.id), { right });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return { ...registered, grantId: answer.body.grantId, line: answer.body };
}

/** What is typed to give somebody access. */
export const contactOf = ({ email, phone }: Pick<Somebody, 'email' | 'phone'>) => ({ email, phone });
