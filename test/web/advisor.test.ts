import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, signInByPage } from '../support/browser.ts';
import {
  accept,
  advisor,
  type Dossier,
  dossier,
  firm,
  member,
  password,
  type Somebody,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Somebody;
let where: Dossier;
let notary: { id: string; email: string; phone: string };

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
  where = await dossier(manager);
  notary = await advisor(manager, where);
  await manager.client.put(`${where.path}/access-rights/advisors/${notary.id}`, { right: 'read_write' });
  await world.deliver();
  await accept(world, notary.email, notary.phone);
  await manager.client.post(`${where.path}/simulations`, { name: 'Prudente', horizon: 2 });
  await manager.client.post(`${where.path}/reports`, { language: 'fr' });
  await world.deliver();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function at(work: (opened: Opened) => Promise<void>) {
  const opened = await openPage(browser, world);
  try {
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** Calls the API as the page would, with the session of who is signed in there. */
const call = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate<{ status: number; code: string | null }>(`
    fetch(${JSON.stringify(path)}, {
      method: ${JSON.stringify(method)},
      headers: { 'Content-Type': 'application/json' },
      ${body ? `body: ${JSON.stringify(JSON.stringify(body))},` : ''}
    }).then(async (answer) => ({
      status: answer.status,
      code: answer.ok ? null : (await answer.json()).code,
    }))`);

const reason = 'En tant que conseiller, vous lisez les simulations et les rapports, sans pouvoir en créer.';

test('an advisor with read_write finds no way to create simulations and reports, and why (R7)', () =>
  at(async ({ page }) => {
    await signInByPage(page, world, notary, password);
    await page.goto(`/dossiers/${where.id}/simulations`);
    await page.getByText(reason).waitFor();
    await page.getByRole('link', { name: 'Prudente' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Créer une simulation' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /^Actions pour/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Prudente' }).click();
    await page.getByRole('heading', { name: 'Prudente' }).waitFor();
    await page.getByText('Aucun impôt n’est calculé').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Actions pour/ }).count()).toBe(0);

    await page.getByRole('tab', { name: 'Rapports' }).click();
    await page.getByText(reason).waitFor();
    await page.getByRole('link', { name: 'Télécharger' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Demander un rapport' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Supprimer' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('tab', { name: 'Droits d’accès' }).count()).toBe(0);

    // What the page hides, the API refuses.
    const { path } = where;
    const refused = { status: 403, code: 'advisor_creates_nothing' };
    expect(await call(page, 'POST', `${path}/simulations`, { name: 'Sienne', horizon: 2 })).toEqual(refused);
    expect(await call(page, 'POST', `${path}/reports`, {})).toEqual(refused);
    expect(await call(page, 'GET', `${path}/access-rights`)).toEqual({ status: 403, code: 'not_permitted' });
    // And what he may write, he writes.
    const person = { firstName: 'Léa', lastName: 'Dupont' };
    expect((await call(page, 'POST', `${path}/family/persons`, person)).status).toBe(201);
    const item = {
      kind: 'real_estate',
      name: 'Maison',
      currency: 'EUR',
      value: { cents: 1, valuedOn: '2024-06-30' },
      owners: [{ personId: where.holderId, form: 'full', share: '1' }],
    };
    expect((await call(page, 'POST', `${path}/wealth/items`, item)).status).toBe(201);
    const donation = {
      donorId: where.holderId,
      donees: [{ personId: null, share: '1' }],
      givenOn: '2020-06-15',
      category: 'money',
      description: 'Épargne',
      cents: 1,
      currency: 'EUR',
      form: 'bank',
      registered: false,
      usufructReserved: false,
    };
    expect((await call(page, 'POST', `${path}/donations`, donation)).status).toBe(201);
  }));

test('whose access is read only is told of the rule for advisors too: with more rights he would create none either (R7)', async () => {
  await manager.client.put(`${where.path}/access-rights/advisors/${notary.id}`, { right: 'read_only' });
  await at(async ({ page }) => {
    await signInByPage(page, world, notary, password);
    await page.goto(`/dossiers/${where.id}/reports`);
    await page.getByText(reason).waitFor();
    const refused = { status: 403, code: 'advisor_creates_nothing' };
    expect(await call(page, 'POST', `${where.path}/reports`, {})).toEqual(refused);
  });
});
