/** Every kind of e-mail that the product sends. The first three invite: they hold the link. */
export const emailKinds = [
  'invitation',
  'reminder',
  'member_notice',
  'new_access',
  'right_changed',
  'withdrawn',
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

/** Whether an e-mail holds an invitation's link. */
export const invites = (kind: EmailKind) =>
  kind === 'invitation' || kind === 'reminder' || kind === 'member_notice';
