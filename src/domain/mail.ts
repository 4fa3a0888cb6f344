/** Every kind of e-mail that the product sends. The first three invite: they hold the link. */
export const emailKinds = [
  'invitation',
  'reminder',
  'member_notice',
  'new_access',
  'right_changed',
  'withdrawn',
  'access_ends_soon',
  'access_ended',
  'party_access_ends_soon',
  'party_access_ended',
  'accepted',
  'unanswered',
  'undeliverable',
  'declined',
  'holder_gave',
  'central_given',
  'central_corrected',
  'manager_received',
  'manager_handed_over',
  'admin_self_access',
  'onboarding_finished',
  'onboarding_paused',
  'dossiers_received',
  'password_reset',
] as const;
export type EmailKind = (typeof emailKinds)[number];

/** Whether an e-mail tells of an end to come: it is wrong once the access ended before, or ends on another day. */
export const foretells = (kind: EmailKind) =>
  kind === 'access_ends_soon' || kind === 'party_access_ends_soon';

/** Whether an e-mail holds an invitation's link. */
export const invites = (kind: EmailKind) =>
  kind === 'invitation' || kind === 'reminder' || kind === 'member_notice';
