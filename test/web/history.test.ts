import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { written } from '../../src/domain/french.ts';
import { emailKinds } from '../../src/domain/mail.ts';
import { recordActions } from '../../src/domain/record.ts';
import { languages } from '../../src/domain/words.ts';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { pageTexts } from '../support/page-texts.ts';
import {
  advisor,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let me: string;
let dupont: Dossier;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  me = (await manager.client.get('/api/me')).body.name;
  dupont = await dossier(manager);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens the history as the manager; the page has to have behaved. */
async function atHistory(work: (page: Awaited<ReturnType<typeof openPage>>['page']) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  try {
    await takeSession(page, world, manager.client);
    await page.goto(`/dossiers/${dupont.id}/history`);
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

for (const language of languages) {
  test(`every action of the record, and every e-mail in it, has a sentence in ${language} (R16)`, async () => {
    const t = await pageTexts(language);
    const said = recordActions.map((action) => t(`history.actions.${action}`));
    const mails = emailKinds.map((kind) => t(`history.mails.${kind}`));
    expect([...said, ...mails].filter((text) => text.startsWith('history.') || text.trim() === '')).toEqual(
      [],
    );
    expect(new Set(said).size).toBe(recordActions.length);
    expect(new Set(mails).size).toBe(emailKinds.length);
  });
}

test('what was really saved is told in sentences: who, what before and after, when, from where (R16)', async () => {
  const lea = await person(manager, dupont, { firstName: 'Léa', lastName: 'Dupont' });
  await insider(world, manager, dupont, dupont.holderId, 'read_only');
  const paul = await person(manager, dupont, { firstName: 'Paul', lastName: 'Perdu' });
  const lost = { email: newEmail('perdu'), phone: newPhone() };
  world.inbox.refuse(lost.email, 550);
  await give(manager, dupont, paul, 'read_only', lost);
  await world.deliver();
  await give(manager, dupont, lea, 'read_only');
  await manager.client.put(`${dupont.path}/access-rights/persons/${lea}`, { right: 'read_write' });
  await manager.client.put(`${dupont.path}/access-rights/persons/${lea}`, { right: 'none' });
  await advisor(manager, dupont);
  await manager.client.put(`${dupont.path}/team-access`, { mode: 'all', memberIds: [] });
  await world.deliver();

  await atHistory(async (page) => {
    const row = (text: string) => page.getByRole('listitem').filter({ hasText: text });
    const changed = row(`${me} a modifié l’accès de Léa Dupont`);
    await changed.getByText('Droit : lecture seule → lecture et écriture').waitFor();
    await changed.getByText(/\d\d:\d\d · depuis (::ffff:)?127\.0\.0\.1/).waitFor();
    for (const sentence of [
      `${me} a donné accès en lecture seule à Jeanne Dupont`,
      `${me} a donné accès en lecture seule à Léa Dupont`,
      `${me} a retiré l’accès de Léa Dupont`,
      'Jeanne Dupont a créé son compte',
      'E-mail d’invitation à Jeanne Dupont',
      'Non remis, adresse refusée : e-mail d’invitation à Paul Perdu',
      `${me} a enregistré Nora Notaire comme conseiller`,
      `${me} a créé le dossier`,
    ]) {
      await row(sentence).first().waitFor();
    }
    const team = row(`${me} a modifié l’accès de l’équipe`);
    await team.getByText('Accès de l’équipe : Personne d’autre → Toute l’équipe').waitFor();
    const long = new Intl.DateTimeFormat('fr', { dateStyle: 'long' });
    const today = written('fr', long.formatToParts(new Date()));
    await page.getByRole('heading', { name: today }).waitFor();
    await page.getByText('C’est tout.').waitFor();

    await page.getByLabel('Type').selectOption({ label: 'E-mails' });
    await expect.poll(() => row('a donné accès').count()).toBe(0);
    await row('d’invitation à Paul Perdu').waitFor();
    await page.getByLabel('Personne').selectOption({ label: 'Léa Dupont' });
    await page.getByText('Rien ne correspond à ce choix.').waitFor();
    await page.getByLabel('Type').selectOption({ label: 'Droits' });
    await row(`${me} a retiré l’accès de Léa Dupont`).waitFor();
    await expect.poll(() => row('Jeanne Dupont').count()).toBe(0);
  });
});

test('a long record comes page by page, and a choice looks through all of it', async () => {
  const marie = await person(manager, dupont, { firstName: 'Marie', lastName: 'Durand' });
  await give(manager, dupont, marie, 'read_only');
  const path = `${dupont.path}/access-rights/persons/${marie}`;
  for (let i = 0; i < 60; i++) {
    await manager.client.put(path, { right: i % 2 ? 'read_only' : 'read_write' });
  }
  await atHistory(async (page) => {
    const rows = page.getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(50);
    await expect.poll(() => page.getByText(`${me} a créé le dossier`).count()).toBe(0);
    await page.getByRole('button', { name: 'Afficher la suite' }).click();
    await page.getByText(`${me} a créé le dossier`).waitFor();
    await page.reload();
    await page.getByLabel('Type').selectOption({ label: 'Conseillers' });
    await page.getByText(`${me} a enregistré Nora Notaire comme conseiller`).waitFor();
  });
});

test('names and origins that an erasure has emptied are shown as such (R16)', async () => {
  await world.owner`update record_details set details = '{}'
    where record_id in (select id from records where dossier_id = ${dupont.id} and action = 'advisor_registered')`;
  await world.owner`update advisors set first_name = '', last_name = '' where dossier_id = ${dupont.id}`;
  await atHistory(async (page) => {
    await page.getByLabel('Type').selectOption({ label: 'Conseillers' });
    const row = page.getByRole('listitem').filter({ hasText: '(nom effacé) comme conseiller' });
    await row.getByText('origine effacée').waitFor();
  });
});
