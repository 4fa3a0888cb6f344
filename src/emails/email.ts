import type { SecurityNotice } from '../domain/mail.ts';
import type { Central, FirmRole, GrantedRight } from '../domain/words.ts';

/** What leaves by SMTP: a subject without personal data, and the same content twice. */
export type Email = { subject: string; html: string; text: string };

/** Where something happened: in a dossier, or in the firm's team. */
export type Place = { kind: 'dossier'; name: string } | { kind: 'team' };

/** What the e-mails that invite say. `link` is the one link; `expiresAt` is when it stops working. */
export type InvitationData = {
  firmName: string;
  /** Null where the firm itself invites (its first admin). */
  inviterName: string | null;
  place: Place;
  /** In a dossier: the right given, and what the invitee is there. */
  right: GrantedRight | null;
  /** The last day of the access, ISO 8601; null: without end. */
  until: string | null;
  as: { kind: 'person'; central: Central | null } | { kind: 'advisor' } | { kind: 'member'; role: FirmRole };
  /** What the inviter says himself, a line each. */
  message?: string[];
  link: string;
  expiresAt: Date;
};

type ToManager = { firmName: string; place: Place; partyName: string; url: string };
type InDossier = { firmName: string; dossierName: string; url: string };

/** What the template of each kind of e-mail needs. `url` leads to the place spoken of. */
export type EmailData = {
  invitation: InvitationData;
  reminder: InvitationData & { last: boolean };
  /** An invitation to a team, for who has an account: join by the link, signed in. */
  member_notice: InvitationData;
  new_access: InDossier & {
    giverName: string | null;
    right: GrantedRight;
    until: string | null;
    as: InvitationData['as'];
    message?: string[];
    /** The number typed isn't the account's: the access opens after a code sent to it is entered (R10). */
    numberToConfirm: boolean;
  };
  /** As they are now, and which of them changed. */
  right_changed: InDossier & {
    right: GrantedRight;
    until: string | null;
    changed: { right: boolean; until: boolean };
  };
  withdrawn: Omit<InDossier, 'url'>;
  /** `url` leads to the account. */
  leaving_confirmed: InDossier;
  /** `url` is null where there is no access that could be opened yet. */
  access_ends_soon: Omit<InDossier, 'url'> & { until: string; url: string | null };
  access_ended: Omit<InDossier, 'url'> & { until: string };
  party_access_ends_soon: ToManager & { until: string };
  party_access_ended: ToManager & { until: string };
  accepted: ToManager;
  unanswered: ToManager & { linkExpiresAt: Date };
  undeliverable: ToManager;
  declined: ToManager;
  left: ToManager;
  holder_gave: ToManager & { giverName: string; right: GrantedRight; until: string | null };
  /** To the firm's admins and the other central persons (R5). */
  central_given: ToManager & { actorName: string; right: GrantedRight };
  central_corrected: ToManager & { actorName: string };
  manager_received: InDossier & { actorName: string };
  manager_handed_over: Omit<InDossier, 'url'> & { actorName: string; newManagerName: string };
  admin_self_access: InDossier & { adminName: string };
  /** To who ran it, and to the firm's admins. `url` leads to the onboarding. */
  onboarding_finished: {
    firmName: string;
    actorName: string;
    created: number;
    failed: number;
    persons: number;
    rights: number;
    irrevocable: number;
    url: string;
  };
  onboarding_paused: { firmName: string; url: string };
  dossiers_received: { firmName: string; actorName: string; dossiers: number; url: string };
  dossier_closed: InDossier;
  /** To who was invited and hasn't come in: the dossier was closed. */
  invitation_ended: Omit<InDossier, 'url'>;
  dossier_reopened: InDossier;
  password_reset: { link: string; expiresAt: Date };
  /** `codesLeft`: recovery codes, where one was used. */
  security_notice: { what: SecurityNotice; codesLeft: number | null; url: string };
  /** Of a change of number (R15): `newPhone` is masked. */
  phone_change_link: { newPhone: string; link: string; expiresAt: Date };
  phone_change_to_confirm: ToManager & { newPhone: string; expiresAt: Date };
  phone_change_confirmed: { newPhone: string; link: string; effectiveAt: Date };
  phone_change_done: { newPhone: string; url: string };
  phone_change_over: { reason: 'refused' | 'cancelled' | 'expired'; url: string };
};
