import type { EmailKind } from '../domain/mail.ts';
import type { Language } from '../domain/words.ts';
import { accepted } from './accepted.ts';
import { accessEnded, partyAccessEnded } from './access-ended.ts';
import { accessEndsSoon, partyAccessEndsSoon } from './access-ends-soon.ts';
import { adminSelfAccess } from './admin-self-access.ts';
import { centralCorrected, centralGiven } from './central-access.ts';
import { dossierClosed, dossierReopened, invitationEnded } from './closing.ts';
import type { Template } from './content.ts';
import { declined } from './declined.ts';
import type { Email, EmailData } from './email.ts';
import { holderGave } from './holder-gave.ts';
import { invitation } from './invitation.ts';
import { toHtml } from './layout.ts';
import { leavingConfirmed, left } from './left.ts';
import { managerHandedOver, managerReceived } from './manager-change.ts';
import { memberNotice } from './member-notice.ts';
import { newAccess } from './new-access.ts';
import { dossiersReceived, onboardingFinished, onboardingPaused } from './onboarding.ts';
import { passwordReset } from './password-reset.ts';
import { phoneChangeConfirmed } from './phone-change-confirmed.ts';
import { phoneChangeDone } from './phone-change-done.ts';
import { phoneChangeLink } from './phone-change-link.ts';
import { phoneChangeOver } from './phone-change-over.ts';
import { phoneChangeToConfirm } from './phone-change-to-confirm.ts';
import { toPlainText } from './plain-text.ts';
import { reminder } from './reminder.ts';
import { rightChanged, withdrawn } from './right-change.ts';
import { securityNotice } from './security-notice.ts';
import { cleanName, mapText, typeset } from './text.ts';
import { unanswered } from './unanswered.ts';
import { undeliverable } from './undeliverable.ts';

const templates: { [K in EmailKind]: Template<K> } = {
  invitation,
  reminder,
  member_notice: memberNotice,
  new_access: newAccess,
  right_changed: rightChanged,
  withdrawn,
  leaving_confirmed: leavingConfirmed,
  access_ends_soon: accessEndsSoon,
  access_ended: accessEnded,
  party_access_ends_soon: partyAccessEndsSoon,
  party_access_ended: partyAccessEnded,
  accepted,
  unanswered,
  undeliverable,
  declined,
  left,
  holder_gave: holderGave,
  central_given: centralGiven,
  central_corrected: centralCorrected,
  manager_received: managerReceived,
  manager_handed_over: managerHandedOver,
  admin_self_access: adminSelfAccess,
  onboarding_finished: onboardingFinished,
  onboarding_paused: onboardingPaused,
  dossiers_received: dossiersReceived,
  dossier_closed: dossierClosed,
  invitation_ended: invitationEnded,
  dossier_reopened: dossierReopened,
  password_reset: passwordReset,
  security_notice: securityNotice,
  phone_change_link: phoneChangeLink,
  phone_change_to_confirm: phoneChangeToConfirm,
  phone_change_confirmed: phoneChangeConfirmed,
  phone_change_done: phoneChangeDone,
  phone_change_over: phoneChangeOver,
};

/**
 * Makes an e-mail: subject without personal data, HTML and plain text with the same content and at most
 * one link. Names in `data` may hold anything: they are cleaned and escaped here.
 */
export async function renderEmail<K extends EmailKind>(
  kind: K,
  data: EmailData[K],
  language: Language,
): Promise<Email> {
  const clean = mapText(data, cleanName);
  const content = mapText(templates[kind][language](clean), (text) => typeset(text, language));
  const sender = 'firmName' in clean ? clean.firmName : '';
  return { subject: content.subject, html: toHtml(content, sender, language), text: toPlainText(content) };
}
