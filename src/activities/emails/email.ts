import type { SecurityNotice } from '../../domain/mail.ts';
import type { Central, FirmRole, GrantedRight } from '../../domain/words.ts';

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
  as: { kind: 'person'; central: Central | null } | { kind: 'advisor' } | { kind: 'member'; role: FirmRole };
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
    as: InvitationData['as'];
    /** The number typed isn't the account's: the access opens after a code sent to it is entered (R10). */
    numberToConfirm: boolean;
  };
  right_changed: InDossier & { right: GrantedRight };
  withdrawn: Omit<InDossier, 'url'>;
  accepted: ToManager;
  unanswered: ToManager & { linkExpiresAt: Date };
  undeliverable: ToManager;
  declined: ToManager;
  holder_gave: ToManager & { giverName: string; right: GrantedRight };
  /** To the firm's admins and the other central persons (R5). */
  central_given: ToManager & { actorName: string; right: GrantedRight };
  central_corrected: ToManager & { actorName: string };
  manager_received: InDossier & { actorName: string };
  manager_handed_over: Omit<InDossier, 'url'> & { actorName: string; newManagerName: string };
  admin_self_access: InDossier & { adminName: string };
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
