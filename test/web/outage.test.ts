import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { type Dossier, donation, dossier, firm, member, type Somebody } from '../support/people.ts';
import { addItem } from '../support/wealth.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Somebody;
let dupont: Dossier;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
  dupont = await dossier(manager, { couple: true });
  await addItem(manager, dupont);
  await donation(manager, dupont, null, { donees: [{ personId: dupont.coHolderId, share: '1' }] });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens a tab of the dossier, does something there, and closes it; the page has to have behaved. */
async function at(tab: string, work: (page: Page) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  try {
    page.setDefaultTimeout(10_000);
    await page.clock.install();
    await takeSession(page, world, manager.client);
    await page.goto(`/dossiers/${dupont.id}/${tab}`);
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ code, status }) });
const unreachable = (route: Route) => route.abort('connectionrefused');
const unavailable = problem(503, 'unavailable');
const broken = problem(500, 'internal');
/** What a proxy says while the API behind it is restarted. */
const badGateway = (route: Route) =>
  route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' });

const calls = '**/api/**';
const banner = (page: Page) =>
  page
    .getByRole('status')
    .getByText(/^(Le serveur est injoignable|Le service est momentanément indisponible)$/);

/** Comes back to the page's tab after so long that what it shows is read again. */
async function comeBack(page: Page) {
  await page.clock.fastForward(61_000);
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))");
}

/** The API is away while `work` is done, and the page says so until it is back. */
async function whileAway(page: Page, away: (route: Route) => Promise<void>, work: () => Promise<void>) {
  await page.route(calls, away);
  await comeBack(page);
  await banner(page).waitFor();
  await work();
  await page.unroute(calls);
  await expect
    .poll(async () => {
      await page.clock.fastForward(2_000);
      return banner(page).count();
    })
    .toBe(0);
}

const shown: [tab: string, text: string][] = [
  ['family', 'Paul Martin'],
  ['wealth', 'Maison à Uccle'],
  ['donations', 'Épargne'],
  ['simulations', 'Aucune simulation'],
  ['reports', 'Aucun rapport'],
  ['access-rights', 'Paul Martin'],
  ['history', 'Max Member'],
  ['settings', 'Renommer'],
];
for (const [tab, text] of shown) {
  test(`what was read stays shown while the API is away, answers that its database is, or fails: ${tab} (issue 6.7)`, () =>
    at(tab, async (page) => {
      const main = page.getByRole('main');
      await main.getByText(text).first().waitFor();
      for (const away of [unreachable, unavailable, badGateway, broken]) {
        await whileAway(page, away, async () => {
          await main.getByText(text).first().waitFor();
          await expect.poll(() => main.getByText('Une erreur s’est produite chez nous').count()).toBe(0);
        });
        await main.getByText(text).first().waitFor();
      }
    }));
}

test('what is typed while the API is away stays typed; the save says why it failed, and works once it is back (issue 6.7)', () =>
  at('settings', async (page) => {
    const name = page.getByLabel('Nom', { exact: true });
    const save = page.getByRole('button', { name: 'Renommer' });
    for (const [away, reason] of [
      [unreachable, 'Vérifiez votre connexion et réessayez.'],
      [unavailable, 'Réessayez bientôt.'],
      [broken, 'Une erreur s’est produite chez nous.'],
    ] as const) {
      const typed = `Famille ${reason.length}`;
      await name.fill(typed);
      await whileAway(page, away, async () => {
        await save.click();
        await page.getByRole('alert').filter({ hasText: reason }).waitFor();
        await expect.poll(() => name.inputValue()).toBe(typed);
      });
      await expect.poll(() => name.inputValue()).toBe(typed);
      await save.click();
      await page.getByRole('heading', { level: 1, name: typed }).waitFor();
      // What it changed is read again before the next outage.
      await expect.poll(() => save.getAttribute('data-loading')).toBeNull();
    }
  }));

test('one save that the API fails at is no outage: it is said where it was made, and the rest goes on (issue 6.7)', () =>
  at('settings', async (page) => {
    await page.getByLabel('Nom', { exact: true }).fill('Famille Ratée');
    await page.route(calls, (route) =>
      route.request().method() === 'PATCH' ? broken(route) : route.continue(),
    );
    await page.getByRole('button', { name: 'Renommer' }).click();
    await page.getByRole('alert').filter({ hasText: 'Une erreur s’est produite chez nous.' }).waitFor();
    await page.getByRole('link', { name: 'Équipe' }).waitFor();
    await expect.poll(() => banner(page).count()).toBe(0);
  }));
