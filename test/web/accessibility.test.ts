import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, signInByPage } from '../support/browser.ts';
import { tokenIn } from '../support/inbox.ts';
import { dossier, firm, member, newEmail, newPhone, password, type Somebody } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Somebody;
let dossierId: string;
let token: string;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
  const made = await dossier(manager, { couple: true });
  dossierId = made.id;
  const [email, phone] = [newEmail('jeanne'), newPhone()];
  const body = { email, phone, right: 'read_only' };
  await manager.client.put(`${made.path}/access-rights/persons/${made.holderId}`, body);
  await world.deliver();
  token = tokenIn(await world.inbox.nth(email, 1));
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe-core finds against WCAG 2.2 AA on what is shown now. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(standards)} })`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Waits until nothing moves: a transition shows colours that are no page's. */
const still = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate<boolean>(`document.getAnimations().every(({ playState }) => playState !== 'running')`),
    )
    .toBe(true);

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page breaks WCAG 2.2 AA, in ${colorScheme} colours`, async () => {
    const { page, close } = await openPage(browser, world, { colorScheme });
    const broken: Record<string, string[]> = {};
    const look = async (name: string, shows: string | RegExp) => {
      await page.getByText(shows).first().waitFor();
      await still(page);
      broken[name] = await violations(page);
    };
    await page.goto('/forgotten-password');
    await look('forgotten', 'Un nouveau mot de passe');
    await page.goto('/reset-password?token=x');
    await look('new password', 'Choisissez un nouveau mot de passe');
    await page.goto(`/invitations/${token}`);
    await look('invitation', /vous invite/);
    await page.getByRole('button', { name: 'Accepter' }).click();
    await look('account', 'Créez votre compte');
    await page.goto('/invitations/unknown');
    await look('gone', 'Ce lien ne fonctionne plus');
    await page.goto('/sign-in');
    await look('sign in', 'Se connecter');
    await signInByPage(page, world, manager, password);
    await look('dossiers', 'Mes dossiers');
    await page.goto(`/dossiers/${dossierId}/access-rights`);
    await look('access rights', 'Jeanne Dupont');
    await page.getByRole('button', { name: 'Modifier l’accès de Paul Martin' }).click();
    await look('right', 'Pour toujours');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ajouter un conseiller' }).click();
    await look('advisor', /n’envoie rien/);
    await page.goto('/nowhere');
    await look('no such page', 'Cette page n’existe pas');
    await close();
    expect(broken).toEqual(Object.fromEntries(Object.keys(broken).map((name) => [name, []])));
  });
}
