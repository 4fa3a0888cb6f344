import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { type Dossier, dossier, type Firm, firm, insider, member, person } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let second: Awaited<ReturnType<typeof member>>;
let support: Awaited<ReturnType<typeof member>>;
let dupont: Dossier;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  second = await member(world, fortuna);
  support = await member(world, fortuna, 'support');
  dupont = await dossier(manager);
  await person(manager, dupont, { firstName: 'Léa', lastName: 'Dupont' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens a page of a dossier as somebody, does something there, and closes it; the page has to have behaved. */
async function as(client: Client, path: string, work: (opened: Opened) => Promise<void>) {
  const opened = await openPage(browser, world);
  try {
    await takeSession(opened.page, world, client);
    await opened.page.goto(path);
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const nameOf = async (memberId: string): Promise<string> => {
  const { body } = await fortuna.admin.client.get(`/api/firms/${fortuna.id}/members`);
  const found = body.items.find(({ id }: { id: string }) => id === memberId);
  return `${found.firstName} ${found.lastName}`;
};
const at = (where: Dossier, rest = '/settings') => `/dossiers/${where.id}${rest}`;

test('the manager renames the dossier; a name typed meanwhile elsewhere is not written over', () =>
  as(manager.client, at(dupont), async ({ page }) => {
    const name = page.getByLabel('Nom', { exact: true });
    await name.fill('');
    await page.getByRole('button', { name: 'Renommer' }).click();
    await page.getByText('Saisissez un nom.').waitFor();
    await name.fill('Famille Dupont et Fils');
    await page.getByRole('button', { name: 'Renommer' }).click();
    await page.getByText('Le dossier s’appelle désormais Famille Dupont et Fils.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Famille Dupont et Fils' }).waitFor();

    const { body } = await manager.client.get(dupont.path);
    expect(body.name).toBe('Famille Dupont et Fils');
    await manager.client.patch(dupont.path, body.version, { name: 'Famille Dupont' });
    await name.fill('Autre nom');
    await page.getByRole('button', { name: 'Renommer' }).click();
    await page.getByRole('alert', { name: 'Cela n’a pas abouti' }).waitFor();
    expect((await manager.client.get(dupont.path)).body.name).toBe('Famille Dupont');
  }));

test('the manager opens the dossier to a named member of the team, then to nobody (R8)', () =>
  as(manager.client, at(dupont), async ({ page }) => {
    expect((await support.client.get(dupont.path)).status).toBe(404);
    const helper = await nameOf(support.memberId);
    await page.getByRole('checkbox', { name: helper }).check();
    await page.getByText(`Accès ajouté : ${helper}.`).waitFor();
    await page.getByRole('button', { name: 'Enregistrer l’accès' }).click();
    await page.getByText('L’accès de l’équipe à Famille Dupont est enregistré.').waitFor();
    expect((await support.client.get(dupont.path)).status).toBe(200);

    await as(support.client, at(dupont, ''), async (his) => {
      await his.page.getByRole('tab', { name: 'Droits d’accès' }).waitFor();
      await expect.poll(() => his.page.getByRole('tab', { name: 'Paramètres' }).count()).toBe(0);
      await expect.poll(() => his.page.getByRole('tab', { name: 'Historique' }).count()).toBe(0);
    });

    await page.getByRole('checkbox', { name: helper }).uncheck();
    await page.getByText(`Accès retiré dès l’enregistrement : ${helper}.`).waitFor();
    await page.getByRole('button', { name: 'Enregistrer l’accès' }).click();
    await expect.poll(async () => (await support.client.get(dupont.path)).status).toBe(404);
  }));

test('the manager opens it to the whole team (R8)', () =>
  as(manager.client, at(dupont), async ({ page }) => {
    await page.getByRole('radio', { name: 'Toute l’équipe' }).check();
    await page.getByRole('button', { name: 'Enregistrer l’accès' }).click();
    await expect.poll(async () => (await support.client.get(dupont.path)).status).toBe(200);
    await page.getByRole('radio', { name: 'Certains membres seulement' }).check();
    await page.getByRole('button', { name: 'Enregistrer l’accès' }).click();
    await expect.poll(async () => (await support.client.get(dupont.path)).status).toBe(404);
  }));

test('an admin without access sees name, manager and team alone; gives himself access, and the manager is told (R8)', () =>
  as(fortuna.admin.client, at(dupont, ''), async ({ page }) => {
    await page.getByText('Vous n’avez pas accès à ce dossier').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Famille Dupont' }).waitFor();
    await expect.poll(() => page.getByRole('tab').allTextContents()).toEqual(['Paramètres']);
    await page.getByRole('heading', { name: 'Accès de l’équipe' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Enregistrer l’accès' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Clore le dossier' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Renommer' }).count()).toBe(0);

    const before = world.inbox.to(manager.email).length;
    await page.getByRole('button', { name: 'Me donner accès' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('en est prévenu par e-mail').waitFor();
    await dialog.getByRole('button', { name: 'Me donner accès' }).click();
    await page.getByText('Vous avez accès à Famille Dupont.').waitFor();
    await page.getByRole('tab', { name: 'Droits d’accès' }).waitFor();
    await page.getByRole('button', { name: 'Enregistrer l’accès' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Me donner accès' }).count()).toBe(0);
    await world.deliver();
    await world.inbox.nth(manager.email, before + 1);
  }));

test('a closed dossier says so on every page, and hides its buttons until it is reopened (R16)', async () => {
  const where = await dossier(manager);
  const holder = await insider(world, manager, where, where.holderId);
  await person(manager, where);
  await as(manager.client, at(where), async ({ page }) => {
    await page.getByRole('button', { name: 'Clore le dossier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Les invitations en attente prennent fin.').waitFor();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await manager.client.get(where.path)).body.closedAt).toBeNull();

    await page.getByRole('button', { name: 'Clore le dossier' }).click();
    await dialog.getByRole('button', { name: 'Clore le dossier' }).click();
    await page.getByText('Famille Dupont est clos.').waitFor();
    await page.getByText(/^Dossier clos depuis le/).waitFor();
    await page.getByRole('tab', { name: 'Droits d’accès' }).click();
    await page.getByText('Vous voyez qui a accès.').waitFor();
    await page.getByText(/^Dossier clos depuis le/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /Modifier l’accès/ }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Ajouter un conseiller' }).count()).toBe(0);

    await as(holder.client, at(where, '/access-rights'), async (his) => {
      await his.page.getByText(/chargé du dossier, peut le rouvrir\.$/).waitFor();
      await expect.poll(() => his.page.getByRole('button', { name: /Modifier l’accès/ }).count()).toBe(0);
    });

    await page.getByRole('link', { name: 'Le rouvrir dans les paramètres' }).click();
    await page.getByRole('button', { name: 'Rouvrir le dossier' }).click();
    await dialog.getByRole('button', { name: 'Rouvrir le dossier' }).click();
    await page.getByText('Famille Dupont est rouvert.').waitFor();
    await expect.poll(() => page.getByText(/^Dossier clos depuis le/).count()).toBe(0);
    await page.getByRole('tab', { name: 'Droits d’accès' }).click();
    await page.getByRole('button', { name: 'Ajouter un conseiller' }).waitFor();
  });
});

test('the dossier is handed over: the former manager loses the edit icons, the new one has them, both are told (R1)', () =>
  as(manager.client, at(dupont, '/access-rights'), async ({ page }) => {
    await page.getByRole('button', { name: 'Modifier l’accès de Léa Dupont' }).waitFor();
    await page.getByRole('tab', { name: 'Paramètres' }).click();
    await page.getByRole('button', { name: 'Transmettre le dossier à un collègue' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('vous ne pouvez plus gérer les droits d’accès').waitFor();
    const next = await nameOf(second.memberId);
    const choice = dialog.getByLabel('Nouveau chargé du dossier');
    await expect.poll(() => choice.locator('option').count()).toBeGreaterThan(1);
    const offered = (await choice.locator('option').allTextContents()).join();
    expect(offered).toContain(next);
    expect(offered).not.toContain(await nameOf(support.memberId));
    expect(offered).not.toContain(await nameOf(manager.memberId));
    const told = [manager, second].map(({ email }) => world.inbox.to(email).length);
    await choice.selectOption(second.memberId);
    await dialog.getByRole('button', { name: 'Transmettre le dossier' }).click();
    await page.getByText(`${next} est désormais chargé du dossier.`).waitFor();

    await page.goto(at(dupont, '/access-rights'));
    await page.getByText('Vous voyez qui a accès.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /Modifier l’accès/ }).count()).toBe(0);
    await expect.poll(() => page.getByRole('tab', { name: 'Paramètres' }).count()).toBe(0);
    await as(second.client, at(dupont, '/access-rights'), async (his) => {
      await his.page.getByRole('button', { name: 'Modifier l’accès de Léa Dupont' }).waitFor();
    });
    await world.deliver();
    await world.inbox.nth(manager.email, told[0]! + 1);
    await world.inbox.nth(second.email, told[1]! + 1);
  }));
