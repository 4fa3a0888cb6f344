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
  'password_reset',
  'security_notice',
  'phone_change_link',
  'phone_change_to_confirm',
  'phone_change_confirmed',
  'phone_change_done',
  'phone_change_over',
] as const;
export type EmailKind = (typeof emailKinds)[number];

/** Whether an e-mail holds an invitation's link. */
export const invites = (kind: EmailKind) =>
  kind === 'invitation' || kind === 'reminder' || kind === 'member_notice';

/** What an account is told about how it signs in (R15). */
export type SecurityNotice =
  | 'password_changed'
  | 'authenticator_added'
  | 'authenticator_removed'
  | 'text_messages_off'
  | 'text_messages_on'
  | 'recovery_codes_made'
  | 'recovery_code_used';
