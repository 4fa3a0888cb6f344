import type { Browser, Dialog, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { dossier, firm, member, type Somebody } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

/* Issue 6, point 7: unsaved changes are guarded, in a dialog and in a form on a page. */

let world: World;
let browser: Browser;
let manager: Somebody;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
  await dossier(manager);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Comes from the list of dossiers to a tab, does something there, and closes it; the page has to have behaved. */
async function at(tab: string, work: (page: Page) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  page.setDefaultTimeout(10_000);
  try {
    await takeSession(page, world, manager.client);
    await page.goto('/');
    await page.getByRole('link', { name: 'Famille Dupont' }).click();
    await page.getByRole('tab', { name: tab }).click();
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const typed = 'Clause de retour';
const form = (page: Page) => page.getByRole('dialog', { name: 'Ajouter une donation' });
const field = (page: Page) => form(page).getByLabel('Conditions');
const question = (page: Page) => page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' });

/** Types something into the dialog of a donation. */
const inDialog = (work: (page: Page) => Promise<void>) =>
  at('Donations', async (page) => {
    await page.getByRole('button', { name: 'Ajouter une donation' }).click();
    await field(page).fill(typed);
    await work(page);
  });

/** Types another name of the dossier into its settings. */
const inPage = (work: (page: Page, name: ReturnType<Page['getByLabel']>) => Promise<void>) =>
  at('Paramètres', async (page) => {
    const name = page.getByLabel('Nom', { exact: true });
    await name.fill('Famille Renommée');
    await work(page, name);
  });

/** What the browser asks because of `act`, answered. */
async function asked(page: Page, answer: 'accept' | 'dismiss', act: () => Promise<unknown>): Promise<Dialog> {
  const coming = page.waitForEvent('dialog');
  const acting = act();
  const shown = await coming;
  await shown[answer]();
  await acting;
  return shown;
}

const cross = (page: Page) => form(page).getByRole('button', { name: 'Fermer' });
const closings: [way: string, close: (page: Page) => Promise<void>, focused: (page: Page) => Locator][] = [
  ['Escape', (page) => page.keyboard.press('Escape'), field],
  ['a click beside it', (page) => page.mouse.click(5, 400), field],
  ['its cross', (page) => cross(page).click(), cross],
];
for (const [way, close, focused] of closings) {
  test(`a dialog with something typed in it asks before ${way} closes it; who stays has the focus again`, () =>
    inDialog(async (page) => {
      const ways = [
        () => question(page).getByRole('button', { name: 'Rester' }).click(),
        () => page.keyboard.press('Escape'),
      ];
      for (const stay of ways) {
        await close(page);
        await question(page).locator(':focus').waitFor();
        await stay();
        await question(page).waitFor({ state: 'detached' });
        await expect.poll(() => field(page).inputValue()).toBe(typed);
        await expect.poll(() => focused(page).and(page.locator(':focus')).count()).toBe(1);
      }
      await close(page);
      await question(page).getByRole('button', { name: 'Quitter' }).click();
      await form(page).waitFor({ state: 'detached' });
    }));
}

test('a dialog in which nothing is typed closes at once', () =>
  at('Donations', async (page) => {
    for (const [, close] of closings) {
      await page.getByRole('button', { name: 'Ajouter une donation' }).click();
      await field(page).waitFor();
      await close(page);
      await form(page).waitFor({ state: 'detached' });
    }
  }));

test('the browser’s way back asks before it loses what is typed in a dialog', () =>
  inDialog(async (page) => {
    const back = () => page.evaluate('history.back()');
    expect((await asked(page, 'dismiss', back)).type()).toBe('confirm');
    await expect.poll(() => field(page).inputValue()).toBe(typed);
    await asked(page, 'accept', back);
    await form(page).waitFor({ state: 'detached' });
    await expect.poll(() => new URL(page.url()).pathname).not.toContain('donations');
  }));

test('a closed tab asks before it loses what is typed in a dialog', () =>
  inDialog(async (page) => {
    await field(page).press('End');
    const shown = await asked(page, 'dismiss', () => page.close({ runBeforeUnload: true }));
    expect(shown.type()).toBe('beforeunload');
    await expect.poll(() => field(page).inputValue()).toBe(typed);
  }));

test('the browser’s way back, and a link, ask before they lose what is typed in a page', () =>
  inPage(async (page, name) => {
    const ways = [
      () => page.evaluate('history.back()'),
      () => page.getByRole('link', { name: 'Équipe' }).click(),
      () => page.getByRole('tab', { name: 'Historique' }).click(),
    ];
    for (const way of ways) {
      const shown = await asked(page, 'dismiss', way);
      expect(shown.message()).toContain('n’est pas enregistré');
      await expect.poll(() => name.inputValue()).toBe('Famille Renommée');
    }
    await asked(page, 'accept', ways[1]!);
    await page.getByRole('heading', { level: 1, name: 'Équipe' }).waitFor();
  }));

test('a closed tab asks before it loses what is typed in a page; not once it is saved', () =>
  inPage(async (page, name) => {
    await name.press('End');
    const closed = () => page.close({ runBeforeUnload: true });
    expect((await asked(page, 'dismiss', closed)).type()).toBe('beforeunload');
    await expect.poll(() => name.inputValue()).toBe('Famille Renommée');
    await page.getByRole('button', { name: 'Renommer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Famille Renommée' }).waitFor();
    const isClosed = page.waitForEvent('close');
    await closed();
    await isClosed;
  }));
