import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/dev/ports.ts';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import {
  type Dossier,
  dossier,
  firm,
  member,
  newEmail,
  newPhone,
  person,
  type Somebody,
} from '../support/people.ts';

import { createTimeWorld, type TimeWorld } from '../support/time-world.ts';

/* Issue 6, point 7: 'invitation waiting to be sent' while Temporal or the mail server is away. */

let world: TimeWorld;
let browser: Browser;
let manager: Somebody;

beforeAll(async () => {
  world = await createTimeWorld();
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Gives access to a child by the page, and leaves the page open on his row. */
async function giveByPage(work: (page: Page, email: string) => Promise<void>) {
  const where: Dossier = await dossier(manager);
  await person(manager, where, { firstName: 'Léa', lastName: 'Martin' });
  const email = newEmail('lea');
  const { page, errors, close } = await openPage(browser, world);
  try {
    await takeSession(page, world, manager.client);
    await page.goto(`/dossiers/${where.id}/access-rights`);
    await page.getByRole('button', { name: 'Modifier l’accès de Léa Martin' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Adresse e-mail').fill(email);
    await dialog.getByLabel('Téléphone mobile').fill(newPhone());
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Léa Martin a accès en lecture seule.').waitFor();
    await work(page, email);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const rowOf = (page: Page) => page.getByRole('row').filter({ hasText: 'Léa Martin' });
const invited = (page: Page) => rowOf(page).getByText(/^Invité .*, premier rappel le/);

test('while Temporal is away the row says that the invitation waits to be sent; it leaves, and the row says so, once it is back', async () => {
  await world.starter.stop();
  const away = world.newStarter(`127.0.0.1:${await freePort()}`);
  await giveByPage(async (page, email) => {
    const row = rowOf(page);
    await row.getByText('Invitation en attente d’envoi', { exact: true }).waitFor();
    await row.getByText(email).waitFor();
    // Nothing is to be sent again that hasn't been sent.
    await expect.poll(() => row.getByRole('button', { name: /^Renvoyer/ }).count()).toBe(0);
    await page.reload();
    await row.getByText('Invitation en attente d’envoi', { exact: true }).waitFor();
    expect(world.inbox.to(email)).toEqual([]);
    await away.stop();
    const back = world.newStarter();
    await invited(page).waitFor();
    expect(world.inbox.to(email)).toHaveLength(1);
    await back.stop();
  });
});

test('while the mail server is away the row says so; the invitation leaves, and the row says so, once it is back', async () => {
  const starter = world.newStarter();
  const port = Number(new URL(world.inbox.url).port);
  await world.inbox.close();
  await giveByPage(async (page, email) => {
    const waits = 'Le serveur de messagerie est indisponible : l’invitation partira dès son retour';
    await rowOf(page).getByText(waits).waitFor();
    await world.inbox.listen(port);
    await invited(page).waitFor();
    expect(world.inbox.to(email)).toHaveLength(1);
  });
  await starter.stop();
});
