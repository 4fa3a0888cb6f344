import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { EmailKind } from '../../src/domain/mail.ts';
import { type GrantedRight, grantedRights, type Language, languages } from '../../src/domain/words.ts';
import { compileLayout } from '../../src/emails/compile-layout.ts';
import type { EmailData, InvitationData } from '../../src/emails/email.ts';
import { renderEmail } from '../../src/emails/render.ts';
import { cleanName } from '../../src/emails/text.ts';

const link = 'https://dossiers.example.com/invitations/AbCdEf0123456789_-xyzQ';
const url = 'https://dossiers.example.com/dossiers/0198c6a2?tab=access&from=mail';
const newPhone = '+32 ••• •• 56';
// 23:30 in UTC is the next day in Brussels.
const expiresAt = new Date('2026-03-14T23:30:00Z');
const day: Record<Language, string> = { fr: '15 mars 2026', nl: '15 maart 2026', en: '15 March 2026' };
const until = '2027-01-31';
const lastDay: Record<Language, string> = {
  fr: '31 janvier 2027',
  nl: '31 januari 2027',
  en: '31 January 2027',
};
const rightWords: Record<GrantedRight, Record<Language, string>> = {
  read_only: { fr: 'lecture seule', nl: 'alleen lezen', en: 'read only' },
  read_write: { fr: 'lecture et écriture', nl: 'lezen en schrijven', en: 'read and write' },
};

const plain = {
  firm: 'Zorgvuldig Vermogen',
  dossier: 'Qwillem-Ysaye',
  inviter: 'Ottilie Brandt',
  party: 'Xenia Lamotte',
  other: 'Casimir Vrancken',
};
type Names = typeof plain;

/** Data of every kind; `right` and `place` are those of the e-mails that have them. */
function dataWith(names: Names, right: GrantedRight = 'read_write', team = false): EmailData {
  const place = team ? ({ kind: 'team' } as const) : ({ kind: 'dossier', name: names.dossier } as const);
  const invited: InvitationData = {
    firmName: names.firm,
    inviterName: names.inviter,
    place,
    right: team ? null : right,
    until: team ? null : until,
    as: team ? { kind: 'member', role: 'manager' } : { kind: 'person', central: 'holder' },
    message: ['Bien à vous,', names.other],
    link,
    expiresAt,
  };
  const inDossier = { firmName: names.firm, dossierName: names.dossier, url };
  const toManager = { firmName: names.firm, place, partyName: names.party, url };
  return {
    invitation: invited,
    reminder: { ...invited, last: false },
    member_notice: {
      ...invited,
      place: { kind: 'team' },
      right: null,
      until: null,
      as: { kind: 'member', role: 'admin' },
    },
    new_access: {
      ...inDossier,
      giverName: names.inviter,
      right,
      until,
      as: { kind: 'advisor' },
      numberToConfirm: false,
    },
    right_changed: { ...inDossier, right, until, changed: { right: true, until: true } },
    withdrawn: { firmName: names.firm, dossierName: names.dossier },
    leaving_confirmed: inDossier,
    access_ends_soon: { ...inDossier, until },
    access_ended: { firmName: names.firm, dossierName: names.dossier, until },
    party_access_ends_soon: { ...toManager, until },
    party_access_ended: { ...toManager, until },
    accepted: toManager,
    unanswered: { ...toManager, linkExpiresAt: expiresAt },
    undeliverable: toManager,
    declined: toManager,
    left: toManager,
    holder_gave: { ...toManager, giverName: names.inviter, right, until },
    central_given: { ...toManager, actorName: names.inviter, right },
    central_corrected: { ...toManager, actorName: names.inviter },
    manager_received: { ...inDossier, actorName: names.inviter },
    manager_handed_over: {
      firmName: names.firm,
      dossierName: names.dossier,
      actorName: names.inviter,
      newManagerName: names.other,
    },
    admin_self_access: { ...inDossier, adminName: names.inviter },
    onboarding_finished: {
      firmName: names.firm,
      actorName: names.inviter,
      ...{ created: 2_500, failed: 1, persons: 10_000, rights: 7_500, irrevocable: 3_000 },
      url,
    },
    onboarding_paused: { firmName: names.firm, url },
    dossiers_received: { firmName: names.firm, actorName: names.inviter, dossiers: 2, url },
    dossier_closed: inDossier,
    invitation_ended: { firmName: names.firm, dossierName: names.dossier },
    dossier_reopened: inDossier,
    password_reset: { link, expiresAt },
    security_notice: { what: 'recovery_code_used', codesLeft: 3, url },
    phone_change_link: { newPhone, link, expiresAt },
    phone_change_to_confirm: { ...toManager, newPhone, expiresAt },
    phone_change_confirmed: { newPhone, link, effectiveAt: expiresAt },
    phone_change_done: { newPhone, url },
    phone_change_over: { reason: 'expired', url },
  };
}

/** Which names, and which date and right, the body of each kind tells. */
const told: Record<EmailKind, (keyof Names | 'date' | 'right' | 'until')[]> = {
  invitation: ['firm', 'dossier', 'inviter', 'right', 'until', 'date'],
  reminder: ['firm', 'dossier', 'inviter', 'right', 'until', 'date'],
  member_notice: ['firm', 'inviter', 'date'],
  new_access: ['firm', 'dossier', 'inviter', 'right', 'until'],
  right_changed: ['firm', 'dossier', 'right', 'until'],
  withdrawn: ['firm', 'dossier'],
  leaving_confirmed: ['firm', 'dossier'],
  access_ends_soon: ['firm', 'dossier', 'until'],
  access_ended: ['firm', 'dossier', 'until'],
  party_access_ends_soon: ['dossier', 'party', 'until'],
  party_access_ended: ['dossier', 'party', 'until'],
  accepted: ['dossier', 'party'],
  unanswered: ['dossier', 'party', 'date'],
  undeliverable: ['dossier', 'party'],
  declined: ['dossier', 'party'],
  left: ['dossier', 'party'],
  holder_gave: ['dossier', 'party', 'inviter', 'right', 'until'],
  central_given: ['firm', 'dossier', 'party', 'inviter', 'right'],
  central_corrected: ['firm', 'dossier', 'party', 'inviter'],
  manager_received: ['firm', 'dossier', 'inviter'],
  manager_handed_over: ['firm', 'dossier', 'inviter', 'other'],
  admin_self_access: ['firm', 'dossier', 'inviter'],
  onboarding_finished: ['firm', 'inviter'],
  onboarding_paused: ['firm'],
  dossiers_received: ['firm', 'inviter'],
  dossier_closed: ['firm', 'dossier'],
  invitation_ended: ['firm', 'dossier'],
  dossier_reopened: ['firm', 'dossier'],
  password_reset: ['date'],
  security_notice: [],
  phone_change_link: ['date'],
  phone_change_to_confirm: ['firm', 'dossier', 'party', 'date'],
  phone_change_confirmed: ['date'],
  phone_change_done: [],
  phone_change_over: [],
};

const kinds = Object.keys(told) as EmailKind[];
const cases = kinds.flatMap((kind) => languages.map((language) => ({ kind, language })));

const hrefs = (html: string) => [...html.matchAll(/\bhref\s*=\s*"([^"]*)"/gi)].map(([, href]) => href);
const addresses = (text: string) => text.match(/[a-z][a-z0-9+.-]*:\/\/[^\s"<>]+/gi) ?? [];
const decode = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const render = (kind: EmailKind, language: Language, data = dataWith(plain)) =>
  renderEmail(kind, data[kind], language);

describe.each(cases)('$kind in $language', ({ kind, language }) => {
  const data = dataWith(plain)[kind];
  const target = 'link' in data ? data.link : 'url' in data ? data.url : null;

  it('has a subject on one line, without a name', async () => {
    const { subject } = await render(kind, language);
    expect(subject).toMatch(/^\S[^\r\n]{9,}\S$/);
    for (const name of Object.values(plain).flatMap((full) => full.split(' '))) {
      expect(subject).not.toContain(name);
    }
  });

  it('says the same in both parts: names, right and date', async () => {
    const { html, text } = await render(kind, language);
    for (const what of told[kind]) {
      const words =
        what === 'date'
          ? day[language]
          : what === 'until'
            ? lastDay[language]
            : what === 'right'
              ? rightWords.read_write[language]
              : plain[what];
      expect(text).toContain(words);
      expect(decode(html)).toContain(words);
    }
    for (const line of text.split('\n').filter((one) => one && one !== '-- ' && one !== target)) {
      expect(decode(html)).toContain(line.replace(/^[->] ?/, ''));
    }
  });

  it('holds its one link once in each part, and no other address', async () => {
    const { html, text } = await render(kind, language);
    const escaped = target?.replaceAll('&', '&amp;');
    expect(hrefs(html)).toEqual(target ? [escaped] : []);
    expect(addresses(html)).toEqual(target ? [escaped] : []);
    expect(addresses(text)).toEqual(target ? [target] : []);
    expect(html).not.toMatch(/@import|<img|<link|<script|\bsrc=|url\(/i);
  });

  it('is whole, in its language', async () => {
    const { html, text } = await render(kind, language);
    expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${language}"`));
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html + text).not.toMatch(/\{\{|\}\}|undefined|\[object|null/);
  });
});

describe('hostile names', () => {
  const hostile: Names = {
    firm: 'A & B "<b>"',
    dossier: '</p><a href="https://evil.example/x">here</a>',
    inviter: '<img src=x onerror=1>\r\nBcc: all@evil.example\r\n\r\nhttps://evil.example',
    party: "{{url}} $& O'Neil \u202Egpj.exe\u2028www.evil.example 👩‍👩‍👧 עברית",
    other: '<!-- button --><script>alert(1)</script>',
  };

  it.each(cases)('stay text in $kind in $language', async ({ kind, language }) => {
    const data = dataWith(hostile)[kind];
    const harmless = await render(kind, language);
    const { subject, html, text } = await renderEmail(kind, data, language);
    const tags = (part: string) => part.match(/<[a-z!/][^>]*>/gi);
    const lines = (part: string) => part.split('\n').length;

    expect(subject).toBe(harmless.subject);
    expect(tags(html)).toEqual(tags(harmless.html));
    expect(hrefs(html)).toEqual(hrefs(harmless.html));
    expect(addresses(html)).toEqual(addresses(harmless.html));
    expect(addresses(text)).toEqual(addresses(harmless.text));
    expect(lines(text)).toBe(lines(harmless.text));
    expect(html + text).not.toMatch(/evil\.example|[\r\u2028\u202e]/);
  });

  it('are shown, escaped, as they were typed', async () => {
    const { html, text } = await renderEmail(
      'manager_handed_over',
      dataWith(hostile).manager_handed_over,
      'en',
    );
    expect(text).toContain('A & B "<b>"');
    expect(html).toContain('A &amp; B &quot;&lt;b&gt;&quot;');
    expect(html).toContain('&lt;!-- button --&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    const accepted = await renderEmail('accepted', dataWith(hostile).accepted, 'en');
    expect(accepted.text).toContain("{{url}} $& O'Neil gpj. exe www. evil. example 👩‍👩‍👧 עברית");
    expect(accepted.html).toContain('{{url}} $&amp; O&#39;Neil');
  });

  it.each([
    ['Jean-Paul  D’Hondt ', 'Jean-Paul D’Hondt'],
    ['S.A. de l’Été', 'S.A. de l’Été'],
    ['J. P. Peeters', 'J. P. Peeters'],
    ['a\tb\u0000c', 'a b c'],
    ['ftp://evil.example', 'evil. example'],
  ])('clean %j to %j', (typed, shown) => expect(cleanName(typed)).toBe(shown));
});

describe('an invitation', () => {
  const changes: Record<Language, RegExp> = { fr: /Modifier/, nl: /wijzigen/, en: /Change/ };
  const creates: Record<Language, RegExp> = { fr: /Créer/, nl: /maken/, en: /Create/ };
  const only: Record<Language, RegExp> = { fr: /uniquement/, nl: /Enkel/, en: /only the/ };
  const gives: Record<Language, RegExp> = { fr: /Donner accès/, nl: /toegang geven/, en: /Give access/ };
  const bullets = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('- '))
      .join('\n');

  describe.each(languages)('in %s', (language) => {
    const invited = dataWith(plain).invitation;
    const allows = async (as: InvitationData['as'], right: GrantedRight) =>
      bullets((await renderEmail('invitation', { ...invited, as, right }, language)).text);
    const check = (text: string, pattern: RegExp, holds: boolean) =>
      holds ? expect(text).toMatch(pattern) : expect(text).not.toMatch(pattern);

    it.each(grantedRights)('tells what %s allows', async (right) => {
      const write = right === 'read_write';
      const person = await allows({ kind: 'person', central: null }, right);
      const holder = await allows({ kind: 'person', central: 'co_holder' }, right);
      const advisor = await allows({ kind: 'advisor' }, right);
      for (const text of [person, holder, advisor]) check(text, changes[language], write);
      for (const text of [person, holder]) check(text, creates[language], write);
      check(advisor, creates[language], false);
      check(advisor, only[language], write);
      check(person, only[language], false);
      check(holder, gives[language], true);
      for (const text of [person, advisor]) check(text, gives[language], false);
    });

    it('says that one may decline, and names who invites, or the firm', async () => {
      const decline = { fr: 'refuser l’invitation', nl: 'uitnodiging weigeren', en: 'decline' }[language];
      for (const kind of ['invitation', 'reminder', 'member_notice'] as const) {
        expect((await render(kind, language)).text).toContain(decline);
      }
      const { text } = await renderEmail('invitation', { ...invited, inviterName: null }, language);
      expect(text).toContain(`\n\n${plain.firm} `);
    });

    it('says of the last reminder that it is the last', async () => {
      const last = { fr: 'dernier rappel', nl: 'laatste herinnering', en: 'last reminder' }[language];
      const { reminder } = dataWith(plain);
      const first = await renderEmail('reminder', reminder, language);
      const second = await renderEmail('reminder', { ...reminder, last: true }, language);
      expect(`${first.subject} ${first.text}`.toLowerCase()).not.toContain(last);
      expect(second.subject.toLowerCase()).toContain(last);
      expect(second.text).toContain(last);
      expect(second.text).toContain(day[language]);
    });

    it('speaks of the team, not of a dossier, where the team invites', async () => {
      const data = dataWith(plain, 'read_write', true);
      const team = { fr: 'équipe', nl: 'team', en: 'team' }[language];
      for (const kind of [
        'invitation',
        'reminder',
        'accepted',
        'unanswered',
        'undeliverable',
        'declined',
        'phone_change_to_confirm',
      ] as const) {
        const { text } = await render(kind, language, data);
        expect(text).toContain(team);
        expect(text).toContain(plain.firm);
        expect(text).not.toContain(plain.dossier);
      }
    });
  });
});

it.each(languages)('names a read-only right, and a number to confirm, in %s', async (language) => {
  const data = dataWith(plain, 'read_only');
  for (const kind of kinds.filter((one) => told[one].includes('right'))) {
    const { text } = await render(kind, language, data);
    expect(text).toContain(rightWords.read_only[language]);
    if (kind !== 'central_given') expect(text).not.toContain(rightWords.read_write[language]);
  }
  const number = { fr: 'numéro', nl: 'nummer', en: 'number' }[language];
  expect((await render('new_access', language, data)).text).not.toContain(number);
  const toConfirm = { ...data.new_access, numberToConfirm: true };
  expect((await renderEmail('new_access', toConfirm, language)).text).toContain(number);
});

describe.each(languages)('what an account is told in %s', (language) => {
  const distinct = async (texts: Promise<{ text: string }>[]) =>
    new Set((await Promise.all(texts)).map(({ text }) => text)).size;

  it('is another text for each thing that happened to it', async () => {
    const { security_notice, phone_change_over } = dataWith(plain);
    const whats = [
      ...(['password_changed', 'authenticator_added', 'authenticator_removed', 'text_messages_off'] as const),
      ...(['text_messages_on', 'recovery_codes_made', 'recovery_code_used'] as const),
    ];
    const notices = whats.map((what) =>
      renderEmail('security_notice', { ...security_notice, what, codesLeft: null }, language),
    );
    expect(await distinct(notices)).toBe(whats.length);
    const counts = [null, 0, 1].map((codesLeft) =>
      renderEmail('security_notice', { ...security_notice, codesLeft }, language),
    );
    expect(await distinct(counts)).toBe(3);
    const ends = (['refused', 'cancelled', 'expired'] as const).map((reason) =>
      renderEmail('phone_change_over', { ...phone_change_over, reason }, language),
    );
    expect(await distinct(ends)).toBe(3);
  });

  it('names the new number, masked', async () => {
    for (const kind of [
      ...(['phone_change_link', 'phone_change_to_confirm'] as const),
      ...(['phone_change_confirmed', 'phone_change_done'] as const),
    ]) {
      expect((await render(kind, language)).text).toContain(newPhone);
    }
  });
});

it('sends the layout that layout.mjml compiles to (run scripts/render-emails.ts after an edit)', async () => {
  const sent = new URL('../../src/emails/layout.compiled', import.meta.url);
  expect(await readFile(sent, 'utf8')).toBe(await compileLayout());
});
