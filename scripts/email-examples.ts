import type { EmailKind } from '../src/domain/mail.ts';
import type { EmailData, InvitationData } from '../src/emails/email.ts';

const site = 'https://dossiers.example.com';
const firmName = 'Cabinet Van Hoof & Associés';
const dossierName = 'Famille Delvaux-Peeters';
const dossier = `${site}/dossiers/0198c6a2-5d1f-7c3e-9a44-2f7d3b1c8e90`;
const toManager = {
  firmName,
  place: { kind: 'dossier', name: dossierName },
  partyName: 'Élise Delvaux',
  url: `${dossier}/access-rights`,
} as const;
const toAdmins = { ...toManager, place: { kind: 'team' }, url: `${site}/team` } as const;
const inDossier = { firmName, dossierName, url: dossier };
const account = `${site}/account`;
const newPhone = '+32 ••• •• 56';
const changeLink = `${site}/phone-changes/kqgtrhbnpasdfcekqgtrhbnpasdfcekq`;
const run = {
  firmName,
  actorName: 'Marc Van Hoof',
  url: `${site}/onboardings/0198c6a2-5d1f-7c3e-9a44-2f7d3b1c8e90`,
};
const until = '2026-12-31';
const expiresAt = new Date('2026-08-14T09:05:00Z');

const holder: InvitationData = {
  firmName,
  inviterName: 'Marc Van Hoof',
  place: { kind: 'dossier', name: dossierName },
  right: 'read_write',
  until: null,
  as: { kind: 'person', central: 'holder' },
  link: `${site}/invitations/Yk3vQ0mR7tW2xA9bL5sD8gJq1nZ4cHfEoU6iPwK2yTs`,
  expiresAt,
};
const cousin: InvitationData = { ...holder, right: 'read_only', as: { kind: 'person', central: null } };
const advisor: InvitationData = { ...holder, as: { kind: 'advisor' } };
const member: InvitationData = {
  ...holder,
  place: { kind: 'team' },
  right: null,
  as: { kind: 'member', role: 'manager' },
};
/** Names as long as the product takes them, without a space to break at, and a site with a long name. */
const long: InvitationData = {
  ...holder,
  firmName: 'Vermögensverwaltungsgesellschaft'.repeat(3),
  inviterName: `Maximiliana-Wilhelmina ${'Van-den-Vandenberghe-'.repeat(3)}de Selys Longchamps`,
  place: { kind: 'dossier', name: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2) },
  link: `https://vermoegensverwaltung.dossiers-van-clienten.example-of-a-long-name.example/invitations/${'Yk3vQ0mR7tW'.repeat(4)}`,
};

/** Of every kind of e-mail, examples to look at: the usual one first. */
export const emailExamples: { [K in EmailKind]: [EmailData[K], ...EmailData[K][]] } = {
  invitation: [
    holder,
    cousin,
    { ...advisor, until },
    { ...advisor, right: 'read_only' },
    { ...member, inviterName: null, as: { kind: 'member', role: 'admin' } },
    long,
  ],
  reminder: [
    { ...holder, last: false },
    { ...advisor, right: 'read_only', last: true },
    { ...member, last: true },
  ],
  member_notice: [member],
  new_access: [
    {
      ...inDossier,
      giverName: 'Marc Van Hoof',
      right: 'read_write',
      until: null,
      as: holder.as,
      numberToConfirm: false,
    },
    {
      ...inDossier,
      giverName: 'Marc Van Hoof',
      right: 'read_only',
      until,
      as: advisor.as,
      numberToConfirm: true,
    },
  ],
  right_changed: [
    { ...inDossier, right: 'read_only', until: null, changed: { right: true, until: false } },
    { ...inDossier, right: 'read_write', until, changed: { right: true, until: true } },
    { ...inDossier, right: 'read_write', until, changed: { right: false, until: true } },
    { ...inDossier, right: 'read_only', until: null, changed: { right: false, until: true } },
  ],
  withdrawn: [{ firmName, dossierName }],
  leaving_confirmed: [{ firmName, dossierName, url: account }],
  access_ends_soon: [
    { ...inDossier, until },
    { ...inDossier, until, url: null },
  ],
  access_ended: [{ firmName, dossierName, until }],
  party_access_ends_soon: [{ ...toManager, until }],
  party_access_ended: [{ ...toManager, until }],
  accepted: [toManager, toAdmins],
  unanswered: [
    { ...toManager, linkExpiresAt: expiresAt },
    { ...toAdmins, linkExpiresAt: expiresAt },
  ],
  undeliverable: [toManager, toAdmins],
  declined: [toManager, toAdmins],
  left: [toManager],
  holder_gave: [{ ...toManager, giverName: 'Paul Delvaux', right: 'read_only', until }],
  central_given: [{ ...toManager, actorName: 'Marc Van Hoof', right: 'read_write' }],
  central_corrected: [{ ...toManager, actorName: 'Marc Van Hoof' }],
  manager_received: [{ ...inDossier, actorName: 'Marc Van Hoof' }],
  manager_handed_over: [{ firmName, dossierName, actorName: 'Marc Van Hoof', newManagerName: 'Sofie Claes' }],
  admin_self_access: [{ ...inDossier, adminName: 'Sofie Claes' }],
  dossier_closed: [inDossier],
  invitation_ended: [{ firmName, dossierName }],
  dossier_reopened: [inDossier],
  onboarding_finished: [
    { ...run, failed: 0, created: 2_500, persons: 10_000, rights: 7_500, irrevocable: 3_000 },
    { ...run, failed: 1, created: 1, persons: 1, rights: 1, irrevocable: 1 },
    { ...run, failed: 12, created: 2_500, persons: 10_000, rights: 7_500, irrevocable: 3_000 },
  ],
  onboarding_paused: [{ firmName, url: run.url }],
  dossiers_received: [
    { firmName, actorName: 'Marc Van Hoof', dossiers: 1, url: site },
    { firmName, actorName: 'Marc Van Hoof', dossiers: 40, url: site },
  ],
  security_notice: [
    { what: 'password_changed', codesLeft: null, url: account },
    { what: 'authenticator_added', codesLeft: null, url: account },
    { what: 'authenticator_removed', codesLeft: null, url: account },
    { what: 'text_messages_off', codesLeft: null, url: account },
    { what: 'text_messages_on', codesLeft: null, url: account },
    { what: 'recovery_codes_made', codesLeft: null, url: account },
    { what: 'recovery_code_used', codesLeft: 9, url: account },
  ],
  phone_change_link: [{ newPhone, link: changeLink, expiresAt }],
  phone_change_to_confirm: [
    { ...toManager, newPhone, expiresAt },
    { ...toAdmins, newPhone, expiresAt },
  ],
  phone_change_confirmed: [{ newPhone, link: changeLink, effectiveAt: expiresAt }],
  phone_change_done: [{ newPhone, url: site }],
  phone_change_over: [
    { reason: 'refused', url: account },
    { reason: 'cancelled', url: account },
    { reason: 'expired', url: account },
  ],
  password_reset: [
    { link: `${site}/reset-password?token=Yk3vQ0mR7tW2xA9bL5sD8gJq1nZ4cHfEoU6iPwK2yTs`, expiresAt },
  ],
};
