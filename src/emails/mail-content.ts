import { symmetricDecrypt } from 'better-auth/crypto';
import { snakeCase } from '../db/changes.ts';
import type { Queries, Sql } from '../db/client.ts';
import { giverName } from '../db/queries/grants.ts';
import { phoneChangeToken } from '../db/token.ts';
import { maskedPhone } from '../domain/contact.ts';
import type { EmailKind, SecurityNotice } from '../domain/mail.ts';
import type { PhoneChangeState } from '../domain/phone-change.ts';
import { lastDay } from '../domain/until.ts';
import type { Central, FirmRole, GrantedRight, Language, PartyKind } from '../domain/words.ts';
import type { Email, EmailData, InvitationData } from './email.ts';
import { renderEmail } from './render.ts';

/** An e-mail with all that its text may say, as it is at the time of sending. */
export type Mail = {
  id: string;
  kind: EmailKind;
  email: string;
  dossierId: string | null;
  step: number | null;
  /** Codes and ids kept with it, as they were when it was meant to leave. */
  data: {
    right?: GrantedRight;
    until?: string | null;
    changed?: { right: boolean; until: boolean };
    encryptedUrl?: string;
    expiresAt?: string;
    onboardingId?: string;
    what?: SecurityNotice;
    codesLeft?: number;
    phoneChangeId?: string;
  } & Partial<Record<'created' | 'failed' | 'persons' | 'rights' | 'irrevocable' | 'dossiers', number>>;
  language: Language;
  firmName: string;
  dossierName: string | null;
  partyKind: PartyKind | null;
  partyName: string | null;
  central: Central | null;
  memberRole: FirmRole | null;
  right: GrantedRight | null;
  message: string | null;
  /** When the access ends; and whether an account is bound to it. */
  endsAt: string | null;
  open: boolean;
  giverName: string | null;
  numberToConfirm: boolean;
  linkExpiresAt: string | null;
  /** The account, and the member, that `data` names by `actorId` and `memberId`. */
  actorName: string | null;
  memberName: string | null;
  /** The change of number that `data` names. */
  newPhone: string | null;
  phoneState: PhoneChangeState | null;
  phoneExpiresAt: string | null;
  phoneEffectiveAt: string | null;
};

/** Reads what one e-mail says. */
export const readMail = ({ sql }: Pick<Queries, 'sql'>, mailId: string): Promise<Mail> =>
  readFrom(sql, sql`(select * from mails where id = ${mailId}) m left join grants g on g.id = m.grant_id`);

/**
 * Reads what an e-mail would say that nobody has meant to leave yet, about a grant as it would be. Without an address
 * in `mail`, nothing of an account that has it is read.
 */
export const readMailToBe = ({ sql }: Pick<Queries, 'sql'>, mail: object, grant: object): Promise<Mail> =>
  readFrom(
    sql,
    sql`jsonb_populate_record(null::mails, ${JSON.stringify(snakeCase(mail))}::jsonb) m
      cross join jsonb_populate_record(null::grants, ${JSON.stringify(snakeCase(grant))}::jsonb) g`,
  );

/** The language is the recipient's, else the dossier manager's, else the firm's (R4). */
async function readFrom(sql: Sql, mailAndGrant: ReturnType<Sql>): Promise<Mail> {
  const [mail] = await sql<Mail[]>`
    select m.id, m.kind, m.email, m.dossier_id as "dossierId", m.step, m.data,
      coalesce(own.language, p.language, ad.language, me.language, chief.language, f.language, 'en') as language,
      coalesce(f.name, '') as "firmName", d.name as "dossierName",
      case when g.person_id is not null then 'person' when g.advisor_id is not null then 'advisor'
        when g.member_id is not null then 'member' end as "partyKind",
      coalesce(p.first_name || ' ' || p.last_name, ad.first_name || ' ' || ad.last_name,
        me.first_name || ' ' || me.last_name) as "partyName",
      p.central, me.role as "memberRole", g."right", g.message, g.ends_at as "endsAt",
      g.account_id is not null as open, ${giverName(sql)} as "giverName",
      g.account_id is null and holder.phone is distinct from g.phone as "numberToConfirm",
      least(g.expires_at, g.ends_at) as "linkExpiresAt", actor.name as "actorName",
      named.first_name || ' ' || named.last_name as "memberName", pc.new_phone as "newPhone",
      pc.state as "phoneState", pc.expires_at as "phoneExpiresAt", pc.effective_at as "phoneEffectiveAt"
    from ${mailAndGrant}
    left join firms f on f.id = m.firm_id
    left join dossiers d on d.id = m.dossier_id
    left join members chief on chief.id = d.manager_id
    left join persons p on p.id = g.person_id
    left join advisors ad on ad.id = g.advisor_id
    left join members me on me.id = g.member_id
    left join accounts own on own.id = m.account_id or m.account_id is null and own.email = m.email
    left join accounts holder on holder.email = g.email
    left join accounts giver on giver.id = g.given_by
    left join accounts actor on actor.id = (m.data->>'actorId')::uuid
    left join members named on named.id = (m.data->>'memberId')::uuid
    left join phone_changes pc on pc.id = (m.data->>'phoneChangeId')::uuid`;
  return mail!;
}

type Content = { publicUrl: string; authSecret: string };

/** The e-mail itself. `expiresAt`: when the link of one that invites stops working. */
export async function renderMail(
  context: Content,
  mail: Mail,
  token: string | null,
  expiresAt: Date | null,
): Promise<Email> {
  const data = await dataOf(context, mail, token, expiresAt);
  return renderEmail(mail.kind, data[mail.kind]() as never, mail.language);
}

async function dataOf(
  { publicUrl, authSecret }: Content,
  mail: Mail,
  token: string | null,
  expiresAt: Date | null,
) {
  const { firmName, data } = mail;
  const dossierName = mail.dossierName ?? '';
  const partyName = mail.partyName ?? '';
  const actorName = mail.actorName ?? firmName;
  const place = mail.dossierName
    ? ({ kind: 'dossier', name: mail.dossierName } as const)
    : ({ kind: 'team' } as const);
  const inDossier = { firmName, dossierName, url: `${publicUrl}/dossiers/${mail.dossierId}` };
  const toManager = {
    firmName,
    place,
    partyName,
    url: mail.dossierId ? `${inDossier.url}/access-rights` : `${publicUrl}/team`,
  };
  const as = partyOf(mail);
  // Said once in a cycle, and again where the same e-mail is sent again; a reminder reminds of what is asked.
  const message = mail.step ? [] : (mail.message?.split('\n') ?? []);
  const invitation = (): InvitationData => ({
    firmName,
    inviterName: mail.giverName,
    place,
    right: mail.right,
    until: lastDay(mail.endsAt),
    as,
    message,
    link: `${publicUrl}/invitations/${token}`,
    expiresAt: earlier(expiresAt ?? new Date(0), mail.endsAt),
  });
  const resetUrl = data.encryptedUrl
    ? await symmetricDecrypt({ key: authSecret, data: data.encryptedUrl })
    : '';
  const onboarding = { firmName, actorName, url: `${publicUrl}/onboardings/${data.onboardingId}` };
  const { created = 0, failed = 0, persons = 0, rights = 0, irrevocable = 0 } = data;
  const tally = { created, failed, persons, rights, irrevocable };
  const newPhone = maskedPhone(mail.newPhone ?? '');
  const changeLink = `${publicUrl}/phone-changes/${phoneChangeToken(authSecret, data.phoneChangeId ?? '', 'address')}`;
  const account = `${publicUrl}/account`;
  const state = mail.phoneState;
  const right = data.right ?? mail.right ?? 'read_only';
  const until = data.until === undefined ? lastDay(mail.endsAt) : data.until;
  const ends = { until: until ?? '' };
  return {
    invitation,
    reminder: () => ({ ...invitation(), last: mail.step === 2 }),
    member_notice: invitation,
    new_access: () => ({
      ...inDossier,
      giverName: mail.giverName,
      right,
      until,
      as,
      message,
      numberToConfirm: mail.numberToConfirm,
    }),
    right_changed: () => ({
      ...inDossier,
      right,
      until,
      changed: data.changed ?? { right: true, until: false },
    }),
    withdrawn: () => ({ firmName, dossierName }),
    leaving_confirmed: () => ({ firmName, dossierName, url: account }),
    access_ends_soon: () => ({ ...inDossier, ...ends, url: mail.open ? inDossier.url : null }),
    access_ended: () => ({ firmName, dossierName, ...ends }),
    party_access_ends_soon: () => ({ ...toManager, ...ends }),
    party_access_ended: () => ({ ...toManager, ...ends }),
    accepted: () => toManager,
    unanswered: () => ({ ...toManager, linkExpiresAt: new Date(mail.linkExpiresAt ?? 0) }),
    undeliverable: () => toManager,
    declined: () => toManager,
    left: () => toManager,
    holder_gave: () => ({ ...toManager, giverName: actorName, right, until }),
    central_given: () => ({ ...toManager, actorName, right }),
    central_corrected: () => ({ ...toManager, actorName }),
    manager_received: () => ({ ...inDossier, actorName }),
    manager_handed_over: () => ({ firmName, dossierName, actorName, newManagerName: mail.memberName ?? '' }),
    admin_self_access: () => ({ ...inDossier, adminName: actorName }),
    onboarding_finished: () => ({ ...onboarding, ...tally }),
    onboarding_paused: () => onboarding,
    dossiers_received: () => ({
      ...{ firmName, actorName, dossiers: data.dossiers ?? 0 },
      url: `${publicUrl}/dossiers`,
    }),
    dossier_closed: () => inDossier,
    invitation_ended: () => ({ firmName, dossierName }),
    dossier_reopened: () => inDossier,
    security_notice: () => ({
      what: data.what ?? 'password_changed',
      codesLeft: data.codesLeft ?? null,
      url: account,
    }),
    phone_change_link: () => ({ newPhone, link: changeLink, expiresAt: new Date(mail.phoneExpiresAt ?? 0) }),
    phone_change_to_confirm: () => ({
      ...toManager,
      url: `${publicUrl}/phone-changes`,
      newPhone,
      expiresAt: new Date(mail.phoneExpiresAt ?? 0),
    }),
    phone_change_confirmed: () => ({
      newPhone,
      link: changeLink,
      effectiveAt: new Date(mail.phoneEffectiveAt ?? 0),
    }),
    phone_change_done: () => ({ newPhone, url: publicUrl }),
    phone_change_over: () => ({
      reason: state === 'refused' || state === 'expired' ? state : ('cancelled' as const),
      url: account,
    }),
    password_reset: () => ({ link: resetUrl, expiresAt: new Date(data.expiresAt ?? 0) }),
  } satisfies { [K in EmailKind]: () => EmailData[K] };
}

function partyOf(mail: Mail): InvitationData['as'] {
  if (mail.partyKind === 'advisor') return { kind: 'advisor' };
  if (mail.partyKind === 'member') return { kind: 'member', role: mail.memberRole ?? 'support' };
  return { kind: 'person', central: mail.central };
}

/** A link stops working with the access that it leads to. */
const earlier = (expiresAt: Date, endsAt: string | null) =>
  new Date(Math.min(expiresAt.getTime(), endsAt ? Date.parse(endsAt) : Number.POSITIVE_INFINITY));
