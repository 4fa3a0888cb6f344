import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrol, unused } from '../support/authenticator.ts';
import { type Opened, openBrowser, openPage, signInByPage, takeSession } from '../support/browser.ts';
import { type Firm, firm, member, password, type Somebody, signIn } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Does something in a page where nobody has signed in, and closes it; the page has to have behaved. */
async function onPage(work: (opened: Opened) => Promise<void>) {
  await world.owner`delete from limits`;
  const opened = await openPage(browser, world);
  opened.page.setDefaultTimeout(10_000);
  try {
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

async function typePassword(page: Page, { email }: { email: string }, typed = password) {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(typed);
  await page.getByRole('button', { name: 'Continuer' }).click();
}

/** A code of as many digits that isn't this one. */
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const list = (page: Page) => heading(page, 'Mes dossiers');

test('signing in: a wrong password is said without telling whether the address has an account', async () => {
  const manager = await member(world, fortuna);
  const seen: string[] = [];
  for (const email of [manager.email, 'nobody@people.test']) {
    await onPage(async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Continuer' }).click();
      await page.getByText('Saisissez votre adresse e-mail.').waitFor();
      await page.getByText('Saisissez votre mot de passe.').waitFor();
      await typePassword(page, { email }, 'not the right password');
      const alert = page.getByRole('alert').filter({ hasText: 'mot de passe est incorrect' });
      await alert.waitFor();
      seen.push(await alert.innerText());
    });
  }
  expect(seen[0]).toBe(seen[1]);
});

test('R15: a code by text message; a wrong one is said beside it, another is sent on demand, and whoever was on the way to a page comes there', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await page.goto('/account');
    await page.getByText('Connectez-vous pour ouvrir la page demandée.').waitFor();
    await typePassword(page, manager);
    await heading(page, 'Saisissez le code').waitFor();
    await page.keyboard.type(otherThan(world.inbox.codeFor(manager.phone)));
    await page.getByRole('alert').filter({ hasText: 'Le code est incorrect ou a expiré.' }).waitFor();
    const first = page.getByLabel('Chiffre 1 sur 6');
    await expect.poll(() => first.inputValue()).toBe('');
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")'))
      .toBe('Chiffre 1 sur 6');

    const sent = () => world.inbox.to(`${manager.phone}@sms.localhost`).length;
    const before = sent();
    await page.getByRole('button', { name: 'Envoyer un nouveau code' }).click();
    await page.getByText('Un nouveau code est en route.').waitFor();
    expect(sent()).toBe(before + 1);
    await first.click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await heading(page, 'Mon compte').waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
  });
});
