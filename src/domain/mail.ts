/** Every kind of e-mail that the product sends. The first three invite: they hold the link. */
export const emailKinds = [
  'invitation',
  'reminder',
  'member_notice',
  'new_access',
  'right_changed',
  'withdrawn',
  'leaving_confirmed',
  'access_ends_soon',
  'access_ended',
  'party_access_ends_soon',
  'party_access_ended',
  'accepted',
  'unanswered',
  'undeliverable',
  'declined',
  'left',
  'holder_gave',
  'central_given',
  'central_corrected',
  'manager_received',
  'manager_handed_over',
  'admin_self_access',
  'onboarding_finished',
  'onboarding_paused',
  'dossiers_received',
  'dossier_closed',
  'invitation_ended',
  'dossier_reopened',
  'password_reset',
  'security_notice',
  'phone_change_link',
  'phone_change_to_confirm',
  'phone_change_confirmed',
  'phone_change_done',
  'phone_change_over',
] as const;
export type EmailKind = (typeof emailKinds)[number];

/** What becomes of an invitation, as whoever answers for it is told. */
const newsOfInvitations = ['accepted', 'unanswered', 'undeliverable', 'declined'] as const;
export type NewsOfInvitation = (typeof newsOfInvitations)[number];
export const isNewsOfInvitation = (kind: EmailKind): kind is NewsOfInvitation =>
  (newsOfInvitations as readonly EmailKind[]).includes(kind);

/** Whether an e-mail tells of an end to come: it is wrong once the access ended before, or ends on another day. */
export const foretells = (kind: EmailKind) =>
  kind === 'access_ends_soon' || kind === 'party_access_ends_soon';

/** Whether an e-mail holds an invitation's link. */
export const invites = (kind: EmailKind) =>
  kind === 'invitation' || kind === 'reminder' || kind === 'member_notice';

/**
 * For whom an e-mail is, where that is a part that somebody plays: decided when it is claimed, so that what was meant
 * for who has handed over, or left, goes to who plays it now. `party`: the one whom it was meant for.
 */
export type Audience =
  | 'party'
  /** Who manages the dossier. */
  | 'manager'
  /** The (co-)holder who gave the access (R3), for as long as he has access; as the manager, he is told already. */
  | 'giver'
  /** Whom R5 tells: the firm's admins, and central persons. */
  | 'guardians'
  /** The firm's admins. */
  | 'admins'
  /** As `party`, a member of the firm, for as long as he is one. */
  | 'member'
  /** As `party`, for as long as the dossier is closed, or open. */
  | 'while_closed'
  | 'while_open';

/** `asGiver`: it was meant for the holder who gave the access. */
export function audienceOf(kind: EmailKind, inDossier: boolean, asGiver: boolean): Audience {
  if (asGiver) return 'giver';
  switch (kind) {
    case 'accepted':
    case 'unanswered':
    case 'undeliverable':
    case 'declined':
      return inDossier ? 'manager' : 'admins';
    case 'left':
    case 'holder_gave':
    case 'admin_self_access':
    case 'party_access_ends_soon':
    case 'party_access_ended':
      return 'manager';
    case 'central_given':
    case 'central_corrected':
      return 'guardians';
    case 'manager_received':
    case 'manager_handed_over':
    case 'onboarding_finished':
    case 'onboarding_paused':
    case 'dossiers_received':
      return 'member';
    case 'dossier_closed':
    case 'invitation_ended':
      return 'while_closed';
    case 'dossier_reopened':
      return 'while_open';
    default:
      return 'party';
  }
}

/** What an account is told about how it signs in (R15). */
export type SecurityNotice =
  | 'password_changed'
  | 'authenticator_added'
  | 'authenticator_removed'
  | 'text_messages_off'
  | 'text_messages_on'
  | 'recovery_codes_made'
  | 'recovery_code_used';
