import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { admit, engage } from '../support/access.ts';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import {
  type Dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newPhone,
  person,
  type Somebody,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Awaited<ReturnType<typeof member>>;
/** Has access somewhere else, which stays. */
let lea: Somebody;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  const elsewhere = await dossierNamed('Famille Ailleurs');
  lea = await insider(world, manager, elsewhere, await leaIn(elsewhere));
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** A dossier of the manager's. */
async function dossierNamed(name: string): Promise<Dossier> {
  const { body } = await manager.client.post('/api/dossiers', {
    name,
    holder: { firstName: 'Jeanne', lastName: 'Dupont' },
  });
  return { id: body.id, path: `/api/dossiers/${body.id}`, holderId: body.holder.id, coHolderId: null };
}

const leaIn = (where: Dossier) => person(manager, where, { firstName: 'Léa', lastName: 'Dupont' });

/** A dossier in which Léa has access. */
async function withLea(name: string) {
  const where = await dossierNamed(name);
  const personId = await leaIn(where);
  await admit(manager, where, personId, lea);
  await world.deliver();
  return { where, personId };
}

/** Opens a page as somebody; it has to have behaved. */
async function as(client: Client, path: string, work: (page: Page) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  try {
    await takeSession(page, world, client);
    await page.goto(path);
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const more = (page: Page, name: string) => page.getByRole('button', { name: `Autres actions pour ${name}` });
const leaveEntry = (page: Page) => page.getByRole('menuitem', { name: 'Quitter le dossier' });
const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'Mes dossiers' }).waitFor();

test('point 8: who is in by family leaves from the dossier, told before what follows; the manager sees it everywhere', async () => {
  const name = 'Famille Quittée';
  const { where } = await withLea(name);
  await as(lea.client, `/dossiers/${where.id}/family`, async (page) => {
    await more(page, name).click();
    await leaveEntry(page).click();
    const dialog = page.getByRole('dialog', { name: `Quitter le dossier « ${name} » ?` });
    await dialog.getByText('Vous n’y aurez plus accès, dès maintenant.').waitFor();
    await dialog.getByText('Ce que vous y avez saisi est conservé.').waitFor();
    await dialog.getByText(/Max Member \d+, chargé du dossier, en est averti par e-mail/).waitFor();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await lea.client.get(where.path)).status).toBe(200);

    await more(page, name).click();
    await leaveEntry(page).click();
    await dialog.getByRole('button', { name: 'Quitter le dossier' }).click();
    await page.getByText(`Vous avez quitté le dossier « ${name} ».`).waitFor();
    await home(page);
    await page.getByRole('link', { name: 'Famille Ailleurs' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name }).count()).toBe(0);
    expect((await lea.client.get(where.path)).status).toBe(404);
    await page.goBack();
    await page.getByRole('heading', { name: 'Ce dossier n’existe pas, ou ne vous est pas ouvert' }).waitFor();
  });
  await world.deliver();
  expect(world.inbox.to(lea.email).at(-1)!.subject).toBe('You have left a client dossier');
  expect(world.inbox.to(manager.email).at(-1)!.subject).toBe('Somebody has left a client dossier');

  const today = new Intl.DateTimeFormat('fr', { dateStyle: 'long' }).format(new Date());
  await as(manager.client, `/dossiers/${where.id}/access-rights`, async (page) => {
    await page
      .getByRole('row')
      .filter({ hasText: 'Léa Dupont' })
      .getByText(`A quitté le dossier le ${today}.`)
      .waitFor();
    await page.getByRole('button', { name: 'Expliquer un accès' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Personne').selectOption({ label: 'Léa Dupont' });
    await dialog.getByText('Cette personne a quitté le dossier d’elle-même.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Historique' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Léa Dupont a quitté le dossier' }).first().waitFor();
  });
});

test('with the keyboard alone, from the list: the list has the focus again, and the other dossier is still there', async () => {
  const name = 'Famille Clavier';
  const { where } = await withLea(name);
  await as(lea.client, '/', async (page) => {
    const focused = async (one: Locator) => (await one.and(page.locator(':focus')).count()) === 1;
    const askToLeave = async () => {
      await page.keyboard.press('Enter');
      await leaveEntry(page).waitFor();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused(leaveEntry(page))).toBe(true);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Vous n’y aurez plus accès').waitFor();
    };
    await more(page, name).focus();
    await askToLeave();
    const dialog = page.getByRole('dialog');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focused(more(page, name))).toBe(true);
    await askToLeave();
    const confirm = dialog.getByRole('button', { name: 'Quitter le dossier' });
    // The dialog has the focus, and keeps it.
    await expect.poll(() => dialog.locator(':focus').count()).toBe(1);
    for (let i = 0; i < 3 && !(await focused(confirm)); i++) await page.keyboard.press('Tab');
    await expect.poll(() => focused(confirm)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(`Vous avez quitté le dossier « ${name} ».`).waitFor();
    await expect.poll(() => page.getByRole('link', { name }).count()).toBe(0);
    await page.getByRole('link', { name: 'Famille Ailleurs' }).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
  });
  expect((await lea.client.get(where.path)).status).toBe(404);
});

test('what can’t be left just now gives the focus back to its menu', async () => {
  const name = 'Famille Panne';
  const { where } = await withLea(name);
  await as(lea.client, `/dossiers/${where.id}/family`, async (page) => {
    const problem = { type: 'about:blank', status: 403, code: 'not_permitted', title: 'No' };
    await page.route('**/leave', (route) =>
      route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem }),
    );
    await more(page, name).click();
    await leaveEntry(page).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Quitter le dossier' }).click();
    await page.getByText('Votre rôle ne le permet pas.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => more(page, name).and(page.locator(':focus')).count()).toBe(1);
  });
});

test('R5: a holder isn’t offered it, and reads why at his own line', async () => {
  const name = 'Famille Titulaire';
  const where = await dossierNamed(name);
  const holder = await insider(world, manager, where, where.holderId);
  await as(holder.client, '/', async (page) => {
    await page.getByRole('link', { name }).click();
    await page.getByRole('tab', { name: 'Droits d’accès' }).click();
    await page.getByText('Comme titulaire, vous gardez votre accès : il ne peut pas prendre fin.').waitFor();
    await expect.poll(() => more(page, name).count()).toBe(0);
    await page.goBack();
    await page.goBack();
    await page.getByRole('link', { name }).waitFor();
    await expect.poll(() => more(page, name).count()).toBe(0);
  });
});

test('R5: who became a co-holder meanwhile is told so, and isn’t offered it any more', async () => {
  const name = 'Famille Entre-temps';
  const { where, personId } = await withLea(name);
  await as(lea.client, `/dossiers/${where.id}/family`, async (page) => {
    await more(page, name).click();
    await manager.client.patch(`${where.path}/family/persons/${personId}`, 1, { central: 'co_holder' });
    await leaveEntry(page).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Quitter le dossier' }).click();
    await page.getByText('L’accès donné à un titulaire ou cotitulaire ne peut jamais être retiré.').waitFor();
    await expect.poll(() => more(page, name).count()).toBe(0);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });
});

test('R10: from the list also what waits for its number', async () => {
  const name = 'Famille Numéro';
  const where = await dossierNamed(name);
  await give(manager, where, await leaIn(where), 'read_write', { email: lea.email, phone: newPhone() });
  await as(lea.client, '/', async (page) => {
    const card = page.getByRole('listitem').filter({ hasText: name });
    await card.getByRole('link', { name: 'Confirmez votre numéro' }).waitFor();
    await more(page, name).click();
    await leaveEntry(page).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Quitter le dossier' }).click();
    await page.getByText(`Vous avez quitté le dossier « ${name} ».`).waitFor();
    await expect.poll(() => card.count()).toBe(0);
  });
});

test('R14: a member of the team who is an advisor as well is told that the team’s access stays', async () => {
  const name = 'Famille Équipe';
  const where = await dossierNamed(name);
  const colleague = await member(world, fortuna);
  await manager.client.put(`${where.path}/team-access`, { mode: 'listed', memberIds: [colleague.memberId] });
  await engage(manager, where, 'read_only', colleague);
  await as(colleague.client, '/', async (page) => {
    await more(page, name).click();
    await leaveEntry(page).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('celui que vous avez avec l’équipe reste').waitFor();
    await dialog.getByRole('button', { name: 'Quitter le dossier' }).click();
    await page.getByText(`Vous avez quitté le dossier « ${name} ».`).waitFor();
    await expect.poll(() => more(page, name).count()).toBe(0);
    await page.getByRole('link', { name }).waitFor();
  });
});

test('R2: who sees the dossier as somebody else isn’t offered it', async () => {
  const name = 'Famille Vue';
  const { where } = await withLea(name);
  await as(manager.client, `/dossiers/${where.id}/access-rights`, async (page) => {
    await page.getByRole('button', { name: 'Voir comme…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Personne').selectOption({ label: 'Léa Dupont' });
    await dialog.getByRole('button', { name: 'Voir le dossier' }).click();
    await page.getByText(/^Rôle : .*lecture et écriture/).waitFor();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await expect.poll(() => more(page, name).count()).toBe(0);
  });
});
