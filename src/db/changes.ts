import { v7 as uuidv7 } from 'uuid';
import type { RecordAction } from '../domain/record.ts';
import { type Queries, StaleFacts } from './client.ts';
import type { grants, mails, OwedTask, recordDetails, records, revisions } from './schema/index.ts';

type Row<T> = { [K in keyof T]: T[K] extends Date | null | undefined ? T[K] | string : T[K] };
/** A grant to write; instants as dates or as ISO 8601 texts. */
type NewGrant = Row<typeof grants.$inferInsert>;
type GrantUpdate = Partial<Omit<NewGrant, 'id' | 'version'>> & { id: string; version: number };
type NewMail = Omit<typeof mails.$inferInsert, 'id'>;

/** When what is owed has its turn, where that isn't at once; and the onboarding that spreads it over time. */
export type Turn = { dueAt: Date; onboardingId: string };

/** Who changes what, and from where: the same for all that one transaction records. */
export type Cause = {
  firmId: string | null;
  dossierId: string | null;
  /** The account that acts; null: the system itself. */
  actorId: string | null;
  /** The client's address and the request's id; null: the system itself. */
  origin: { address: string; requestId: string } | null;
};

/**
 * What one transaction writes about access: grants, their record (R16), the e-mails meant to leave, and what is
 * owed to Temporal. Gathered in memory, written by one statement.
 */
export class Changes {
  private readonly newGrants: NewGrant[] = [];
  private readonly grantUpdates: GrantUpdate[] = [];
  private readonly records: (typeof records.$inferInsert)[] = [];
  private readonly details: (typeof recordDetails.$inferInsert)[] = [];
  private readonly revisions: (typeof revisions.$inferInsert)[] = [];
  private readonly mails: (typeof mails.$inferInsert)[] = [];
  private readonly owed: ({ id: string; task: OwedTask } & Partial<Turn>)[] = [];
  readonly cause: Cause;

  constructor(cause: Cause) {
    this.cause = cause;
  }

  giveGrant(grant: NewGrant) {
    this.newGrants.push(grant);
  }

  /** Changes a grant as it was read: `version` is the one read, and the columns not named stay. */
  updateGrant(update: GrantUpdate) {
    this.grantUpdates.push(update);
  }

  /** Adds to the record: ids and codes in `before` and `after`, names and addresses in `details` alone. */
  record(
    action: RecordAction,
    subject: {
      kind: string;
      id: string;
      grantId?: string | undefined;
      dossierId?: string | null;
      firmId?: string;
    },
    content: {
      before?: Record<string, unknown>;
      after?: Record<string, unknown>;
      details?: Record<string, unknown>;
    } = {},
  ) {
    const { firmId, dossierId, actorId, origin } = this.cause;
    const id = uuidv7();
    this.records.push({
      id,
      firmId: subject.firmId ?? firmId,
      dossierId: subject.dossierId === undefined ? dossierId : subject.dossierId,
      actorId,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      grantId: subject.grantId ?? null,
      before: content.before ?? null,
      after: content.after ?? null,
    });
    this.details.push({ recordId: id, details: { ...content.details, origin } });
  }

  /**
   * Keeps what an editable thing was before a change, so that whoever still holds that version can be told what has
   * changed since. `before` is the thing as the API shows it.
   */
  replaced({ id, version, ...content }: { id: string; version: number; [field: string]: unknown }) {
    this.revisions.push({ subjectId: id, version, content });
  }

  /** Means an e-mail to leave, by a workflow of its own, and owes that workflow. */
  mail(mail: NewMail, turn?: Turn) {
    const id = uuidv7();
    const dossierId = mail.dossierId ?? null;
    this.mails.push({ firmId: this.cause.firmId, ...mail, id });
    this.owe({ kind: 'mail', mailId: id, mailKind: mail.kind, dossierId }, turn);
  }

  owe(task: OwedTask, turn?: Turn) {
    this.owed.push({ id: uuidv7(), task, ...turn });
  }

  /** What is to be sent and started once it is written. */
  get meant(): { mails: readonly (typeof mails.$inferInsert)[]; owed: readonly OwedTask[] } {
    return { mails: this.mails, owed: this.owed.map(({ task }) => task) };
  }

  get isEmpty() {
    return (
      this.records.length +
        this.revisions.length +
        this.mails.length +
        this.owed.length +
        this.grantUpdates.length ===
      0
    );
  }

  /**
   * Writes everything in one prepared statement.
   * @throws StaleFacts when a grant is no longer as it was read, so that the transaction starts again.
   */
  async write({ sql }: Queries): Promise<void> {
    if (this.isEmpty) return;
    const json = (rows: unknown[]) => JSON.stringify(rows.map(snakeCase));
    const [written] = await sql<{ updated: number }[]>`
      with
      given as (
        insert into grants
        select g.* from jsonb_array_elements(${json(this.newGrants)}::jsonb) j
        cross join jsonb_populate_record(null::grants,
          '{"version": 1, "cycle": 1, "reminders_sent": 0}'::jsonb || jsonb_build_object('watched_at', now()) || j) g),
      updated as (
        update grants set "right" = u."right", email = u.email, phone = u.phone, message = u.message, account_id = u.account_id,
          opened_at = u.opened_at, ended_at = u.ended_at, ends_at = u.ends_at, warns_at = u.warns_at, cycle = u.cycle, state = u.state, sent_at = u.sent_at,
          reminders_sent = u.reminders_sent, next_reminder_at = u.next_reminder_at, expires_at = u.expires_at,
          version = grants.version + 1
        from jsonb_array_elements(${json(this.grantUpdates)}::jsonb) j
        join grants g on g.id = (j->>'id')::uuid
        cross join jsonb_populate_record(g, j) u
        where grants.id = g.id and grants.version = (j->>'version')::int and grants.ended_at is null
        returning grants.id),
      recorded as (
        insert into records (id, at, firm_id, dossier_id, actor_id, action, subject_kind, subject_id, grant_id, before, after)
        select id, now(), firm_id, dossier_id, actor_id, action, subject_kind, subject_id, grant_id, before, after
        from jsonb_populate_recordset(null::records, ${json(this.records)}::jsonb)),
      detailed as (
        insert into record_details
        select (j->>'record_id')::uuid, j->'details' from jsonb_array_elements(${json(this.details)}::jsonb) j),
      kept as (
        insert into revisions (subject_id, version, content)
        select subject_id, version, content from jsonb_populate_recordset(null::revisions, ${json(this.revisions)}::jsonb)),
      mailed as (
        insert into mails (id, kind, firm_id, dossier_id, grant_id, cycle, account_id, email, data)
        select id, kind, firm_id, dossier_id, grant_id, cycle, account_id, email, coalesce(data, '{}')
        from jsonb_populate_recordset(null::mails, ${json(this.mails)}::jsonb)),
      owing as (
        insert into owed (id, task, due_at, created_at, onboarding_id)
        select (j->>'id')::uuid, j->'task', turn, turn, (j->>'onboarding_id')::uuid
        from jsonb_array_elements(${json(this.owed)}::jsonb) j,
          coalesce((j->>'due_at')::timestamptz, now()) turn)
      select count(*)::int as updated from updated`;
    if (written?.updated !== this.grantUpdates.length) throw new StaleFacts();
  }
}

/** Column names of one row's keys; what is inside a JSON column stays as it is. */
export const snakeCase = (row: unknown) =>
  Object.fromEntries(
    Object.entries(row as object).map(([key, value]) => [
      key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      value,
    ]),
  );
