/**
 * Compiles the layout of the e-mails, then writes each e-mail in each language into `build/emails/`
 * as `.html` and `.txt`, with an `index.html` to look through them. Run it after an edit of `layout.mjml`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { compileLayout } from '../src/activities/emails/compile-layout.ts';
import type { EmailData, InvitationData } from '../src/activities/emails/email.ts';
import type { EmailKind } from '../src/domain/mail.ts';
import { languages } from '../src/domain/words.ts';

const target = new URL('../build/emails/', import.meta.url);
const firmName = 'Cabinet Van Hoof & Associés';
const dossierName = 'Famille Delvaux-Peeters';
const url = 'https://dossiers.example.com/dossiers/0198c6a2-5d1f-7c3e-9a44-2f7d3b1c8e90/access-rights';
const toManager = {
  firmName,
  place: { kind: 'dossier', name: dossierName },
  partyName: 'Élise Delvaux',
  url,
} as const;
const inDossier = { firmName, dossierName, url };
const newPhone = '+32 ••• •• 56';
const changeLink = 'https://dossiers.example.com/phone-changes/kqgtrhbnpasdfcekqgtrhbnpasdfcekq';
const expiresAt = new Date('2026-08-14T09:05:00Z');

const invited: InvitationData = {
  firmName,
  inviterName: 'Marc Van Hoof',
  place: { kind: 'dossier', name: dossierName },
  right: 'read_write',
  as: { kind: 'person', central: 'holder' },
  link: 'https://dossiers.example.com/invitations/Yk3vQ0mR7tW2xA9bL5sD8g',
  expiresAt,
};
const advisor: InvitationData = { ...invited, as: { kind: 'advisor' } };
const member: InvitationData = {
  ...invited,
  place: { kind: 'team' },
  right: null,
  as: { kind: 'member', role: 'manager' },
};

/** By kind, the examples to write: the first one under the kind's name, others numbered. */
const samples: { [K in EmailKind]: EmailData[K][] } = {
  invitation: [invited, advisor, { ...member, inviterName: null, as: { kind: 'member', role: 'admin' } }],
  reminder: [
    { ...invited, last: false },
    { ...advisor, right: 'read_only', last: true },
    { ...member, last: true },
  ],
  member_notice: [member],
  new_access: [false, true].map((numberToConfirm) => ({
    ...inDossier,
    giverName: 'Marc Van Hoof',
    right: 'read_write',
    as: numberToConfirm ? { kind: 'advisor' } : { kind: 'person', central: null },
    numberToConfirm,
  })),
  right_changed: [
    { ...inDossier, right: 'read_only' },
    { ...inDossier, right: 'read_write' },
  ],
  withdrawn: [inDossier],
  accepted: [toManager, { ...toManager, place: { kind: 'team' } }],
  unanswered: [
    { ...toManager, linkExpiresAt: expiresAt },
    { ...toManager, place: { kind: 'team' }, linkExpiresAt: expiresAt },
  ],
  undeliverable: [toManager, { ...toManager, place: { kind: 'team' } }],
  declined: [toManager, { ...toManager, place: { kind: 'team' } }],
  holder_gave: [{ ...toManager, giverName: 'Paul Delvaux', right: 'read_only' }],
  central_given: [{ ...toManager, actorName: 'Marc Van Hoof', right: 'read_write' }],
  central_corrected: [{ ...toManager, actorName: 'Marc Van Hoof' }],
  manager_received: [{ ...inDossier, actorName: 'Marc Van Hoof' }],
  manager_handed_over: [{ ...inDossier, actorName: 'Marc Van Hoof', newManagerName: 'Sofie Claes' }],
  admin_self_access: [{ ...inDossier, adminName: 'Sofie Claes' }],
  security_notice: [
    ...(['password_changed', 'authenticator_added', 'authenticator_removed', 'text_messages_off'] as const),
    ...(['text_messages_on', 'recovery_codes_made', 'recovery_code_used'] as const),
  ].map((what) => ({ what, codesLeft: what === 'recovery_code_used' ? 9 : null, url })),
  phone_change_link: [{ newPhone, link: changeLink, expiresAt }],
  phone_change_to_confirm: [
    { ...toManager, newPhone, expiresAt },
    { ...toManager, place: { kind: 'team' }, newPhone, expiresAt },
  ],
  phone_change_confirmed: [{ newPhone, link: changeLink, effectiveAt: expiresAt }],
  phone_change_done: [{ newPhone, url }],
  phone_change_over: (['refused', 'cancelled', 'expired'] as const).map((reason) => ({ reason, url })),
  password_reset: [{ link: 'https://dossiers.example.com/password/Yk3vQ0mR7tW2xA9bL5sD8g', expiresAt }],
};

const layout = new URL('../src/activities/emails/layout.compiled', import.meta.url);
await writeFile(layout, await compileLayout());
const { renderEmail } = await import('../src/activities/emails/render.ts');

await mkdir(target, { recursive: true });
const rows: string[] = [];
for (const kind of Object.keys(samples) as EmailKind[]) {
  for (const [index, data] of samples[kind].entries()) {
    const name = index === 0 ? kind : `${kind}-${index + 1}`;
    for (const language of languages) {
      const { subject, html, text } = await renderEmail(kind, data, language);
      await writeFile(new URL(`${name}.${language}.html`, target), html);
      await writeFile(new URL(`${name}.${language}.txt`, target), `Subject: ${subject}\n\n${text}`);
      rows.push(
        `<li><a href="${name}.${language}.html">${name}.${language}</a> (<a href="${name}.${language}.txt">txt</a>) ${subject}`,
      );
    }
  }
}
await writeFile(
  new URL('index.html', target),
  `<!doctype html><meta charset="utf-8"><title>E-mails</title><ul>${rows.join('\n')}</ul>`,
);
console.log(`${rows.length} e-mails in build/emails/`);
