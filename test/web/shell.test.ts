import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { type Dossier, dossier, type Firm, firm, insider, member, type Somebody } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Somebody;
let dupont: Dossier;
let holder: Somebody;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  dupont = await dossier(manager);
  holder = await insider(world, manager, dupont, dupont.holderId);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens a page as somebody, does something there, and closes it. @returns what the page logged as errors */
async function as(client: Client, work: (opened: Opened) => Promise<void>, options = {}): Promise<string[]> {
  const opened = await openPage(browser, world, options);
  await takeSession(opened.page, world, client);
  try {
    await work(opened);
    return opened.errors;
  } finally {
    await opened.close();
  }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent');

test('by keyboard: the first stop leads past the header to the content', async () => {
  const errors = await as(manager.client, async ({ page }) => {
    await page.goto('/');
    await heading(page, 'Mes dossiers').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('MAIN');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Créer un dossier');
  });
  expect(errors).toEqual([]);
});

test('each page names the document in the reader’s language, and its heading takes the focus', async () => {
  const errors = await as(fortuna.admin.client, async ({ page }) => {
    await page.goto('/');
    await expect.poll(() => page.title()).toBe('Mes dossiers – Accès aux dossiers');
    await page.getByRole('link', { name: 'Équipe' }).click();
    await expect.poll(() => page.title()).toBe('Équipe – Accès aux dossiers');
    await expect.poll(() => focused(page)).toBe('Équipe');
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
    await page.getByRole('button', { name: 'Langue' }).click();
    await page.getByRole('menuitem', { name: 'Nederlands' }).click();
    await expect.poll(() => page.title()).toBe('Team – Dossiertoegang');
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe('nl');
  });
  expect(errors).toEqual([]);
});

test('a dossier opens on its first tab, which the title names; the focus stays on a tab that is changed', async () => {
  const errors = await as(manager.client, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Famille Dupont' }).click();
    await heading(page, 'Famille Dupont').waitFor();
    const tab = page.getByRole('tab', { selected: true });
    await tab.waitFor();
    const name = await tab.textContent();
    await expect.poll(() => page.title()).toBe(`${name} – Famille Dupont – Accès aux dossiers`);
    await expect.poll(() => focused(page)).toBe('Famille Dupont');
  });
  expect(errors).toEqual([]);
});

test('R17: a dossier of others and one that isn’t there look alike, and say what to do', async () => {
  const other = await dossier(fortuna.admin);
  const seen: string[] = [];
  for (const id of [other.id, '00000000-0000-7000-8000-000000000000']) {
    await as(holder.client, async ({ page }) => {
      await page.goto(`/dossiers/${id}`);
      await heading(page, 'Ce dossier n’existe pas, ou ne vous est pas ouvert').waitFor();
      seen.push(await page.getByRole('main').innerText());
      await page.getByRole('link', { name: 'Vers mes dossiers' }).click();
      await heading(page, 'Mes dossiers').waitFor();
    });
  }
  expect(seen[0]).toBe(seen[1]);
});

test('a client has no navigation of the team, nor its pages', async () => {
  const errors = await as(holder.client, async ({ page }) => {
    await page.goto('/team');
    await heading(page, 'Cette page n’existe pas').waitFor();
    await expect.poll(() => page.getByRole('navigation').count()).toBe(0);
  });
  expect(errors).toEqual([]);
});

test('on a phone the navigation is behind a button', async () => {
  const errors = await as(
    fortuna.admin.client,
    async ({ page }) => {
      await page.goto('/');
      await heading(page, 'Mes dossiers').waitFor();
      await page.getByRole('button', { name: 'Navigation' }).click();
      await page.getByRole('menuitem', { name: 'Reprise de dossiers' }).click();
      await heading(page, 'Reprendre des dossiers à partir d’un fichier').waitFor();
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0);
    },
    { viewport: { width: 360, height: 740 } },
  );
  expect(errors).toEqual([]);
});

const unavailable = {
  status: 503,
  contentType: 'application/problem+json',
  headers: { 'Retry-After': '5' },
  body: JSON.stringify({ code: 'unavailable', status: 503 }),
};

test('while the API, or its database, is away the page says so, and comes back by itself', async () => {
  const errors = await as(manager.client, async ({ page }) => {
    for (const [away, text] of [
      ['abort', 'Le serveur est injoignable'],
      ['unavailable', 'Le service est momentanément indisponible'],
    ] as const) {
      const calls = '**/api/**';
      await page.goto('/');
      await page.getByRole('link', { name: 'Famille Dupont' }).waitFor();
      await page.route(calls, (route) =>
        away === 'abort' ? route.abort('connectionrefused') : route.fulfill(unavailable),
      );
      await page.getByRole('link', { name: 'Famille Dupont' }).click();
      await page.getByRole('status').getByText(text).waitFor();
      await page.unroute(calls);
      await heading(page, 'Famille Dupont').waitFor();
      await page.getByText(text).waitFor({ state: 'detached' });
    }
  });
  expect(errors).toEqual([]);
});

test('a page whose code can’t be loaded says so inside the shell, and loads again', async () => {
  await as(fortuna.admin.client, async ({ page }) => {
    await page.goto('/');
    await heading(page, 'Mes dossiers').waitFor();
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Équipe' }).click();
    await heading(page, 'La page n’a pas pu s’afficher').waitFor();
    await page.getByRole('navigation').waitFor();
    await page.unroute('**/assets/*.js');
    await page.getByRole('button', { name: 'Recharger la page' }).click();
    await page.getByRole('table', { name: 'Équipe' }).waitFor();
  });
});
