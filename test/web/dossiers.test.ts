import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { type Firm, firm, insider, member } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let colleague: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  colleague = await member(world, fortuna);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function as(client: Client, work: (page: Opened['page']) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  await takeSession(page, world, client);
  try {
    await page.goto('/');
    await page.getByRole('heading', { name: 'Mes dossiers' }).waitFor();
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

/** A dossier of a manager's, by the API. */
async function dossierNamed(name: string, { client } = manager) {
  const holder = { firstName: 'Jeanne', lastName: 'Dupont' };
  const { body } = await client.post('/api/dossiers', { name, holder });
  const { id } = body;
  return { id: id as string, path: `/api/dossiers/${id}`, holderId: body.holder.id, coHolderId: null };
}

test('R1: a manager without dossiers is told to create one, and lands in it', () =>
  as(manager.client, async (page) => {
    await page.getByText('Il n’y a pas encore de dossier.').waitFor();
    await page.getByRole('button', { name: 'Créer un dossier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Créer le dossier' }).click();
    await expect.poll(() => dialog.getByText('À compléter.').count()).toBe(3);
    await dialog.getByLabel('Nom du dossier').fill('Famille Martin');
    const holder = dialog.getByRole('group', { name: 'Titulaire', exact: true });
    await holder.getByLabel('Prénom').fill('Paul');
    await holder.getByLabel('Nom', { exact: true }).fill('Martin');
    await dialog.getByRole('switch', { name: 'Le dossier a aussi un cotitulaire' }).check({ force: true });
    const coHolder = dialog.getByRole('group', { name: 'Cotitulaire' });
    await coHolder.getByLabel('Prénom').fill('Anne');
    await coHolder.getByLabel('Nom', { exact: true }).fill('Lambert');
    await dialog.getByRole('button', { name: 'Créer le dossier' }).click();
    await page.getByText('Le dossier « Famille Martin » est créé.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Famille Martin' }).waitFor();
    const persons = await world.owner<{ name: string; central: string }[]>`
      select p.first_name as name, p.central from persons p join dossiers d on d.id = p.dossier_id
      where d.name = 'Famille Martin' order by p.central desc`;
    expect(persons).toEqual([
      { name: 'Paul', central: 'holder' },
      { name: 'Anne', central: 'co_holder' },
    ]);
  }));

test('what was typed for a new dossier isn’t lost by Escape', () =>
  as(manager.client, async (page) => {
    await page.getByRole('button', { name: 'Créer un dossier' }).click();
    await page.getByLabel('Nom du dossier').fill('Famille Perdue');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Rester' }).click();
    await expect.poll(() => page.getByLabel('Nom du dossier').inputValue()).toBe('Famille Perdue');
  }));

test('dossiers are found by their words in any order, without accents, and by whether they are closed', async () => {
  await dossierNamed('Famille Lefèvre');
  const closed = await dossierNamed('Famille Close');
  await manager.client.post(`${closed.path}/close`, undefined, { headers: { 'If-Match': '"1"' } });
  await as(manager.client, async (page) => {
    await page.getByRole('link', { name: 'Famille Lefèvre' }).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Famille Close' })
      .getByText(/^Clos le/)
      .waitFor();
    await page.getByLabel('Rechercher un dossier').fill('lefevre famille');
    await page.getByText('1 dossier', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(1);
    await page.getByLabel('Rechercher un dossier').fill('personne');
    await page.getByText('Aucun dossier ne correspond à cette recherche.').waitFor();
    await page.getByRole('button', { name: 'Tout afficher' }).click();
    await page.getByLabel('État').selectOption('closed');
    await page.getByRole('link', { name: 'Famille Close' }).waitFor();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(1);
    await page.reload();
    await page.getByRole('link', { name: 'Famille Close' }).waitFor();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(1);
  });
});

test('a client sees the dossiers that were opened to him, with his role, and creates none', async () => {
  const where = await dossierNamed('Famille Ouverte');
  const holder = await insider(world, manager, where, where.holderId);
  await as(holder.client, async (page) => {
    await page.getByText('Les dossiers qui vous ont été ouverts').waitFor();
    const line = page.getByRole('listitem');
    await expect.poll(() => line.count()).toBe(1);
    await line.getByText('Titulaire', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Créer un dossier' }).count()).toBe(0);
  });
});

test('a member of the team without dossiers is told who opens them', async () => {
  const support = await member(world, fortuna, 'support');
  await as(support.client, async (page) => {
    await page.getByText('Aucun dossier ne vous a encore été ouvert.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Créer un dossier' }).count()).toBe(0);
  });
});

test('R1, R8: the admin sees every dossier with its manager, and hands those of one manager over', async () => {
  const [first] = await Promise.all([
    dossierNamed('Famille Un', colleague),
    dossierNamed('Famille Deux', colleague),
  ]);
  await as(fortuna.admin.client, async (page) => {
    const line = page.getByRole('listitem').filter({ hasText: 'Famille Un' });
    await line.getByText('Administrateur, sans accès').waitFor();
    await page.getByLabel('Chargé du dossier').selectOption('absent');
    await page.getByText('Chaque dossier a un chargé présent').waitFor();
    await page.getByLabel('Chargé du dossier').selectOption(colleague.memberId);
    await page.getByText('2 dossiers', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Transmettre des dossiers' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('L’ancien et le nouveau chargé en sont avertis').waitFor();
    await dialog.getByRole('checkbox', { name: 'Famille Deux' }).uncheck();
    await dialog.getByRole('button', { name: 'Transmettre 1 dossier' }).click();
    await dialog.getByText('Choisissez le nouveau chargé.').waitFor();
    await dialog.getByLabel('Nouveau chargé').selectOption(manager.memberId);
    await dialog.getByRole('button', { name: 'Transmettre 1 dossier' }).click();
    await page.getByText(/est désormais chargé de 1 dossier de plus/).waitFor();
    await page.getByText('1 dossier', { exact: true }).waitFor();
  });
  const { body } = await manager.client.get(first!.path);
  expect(body.manager.id).toBe(manager.memberId);
});

test('R1: a dossier whose manager is no longer there is found, should there ever be one', async () => {
  const { id } = await dossierNamed('Famille Sans Chargé', colleague);
  const { client } = fortuna.admin;
  await as(client, async (page) => {
    // The database refuses that he leaves; the list of the team is made to lack him.
    const { items } = (await client.get(`/api/firms/${fortuna.id}/members`)).body;
    const others = items.filter((one: { id: string }) => one.id !== colleague.memberId);
    await page.route(`**/api/firms/${fortuna.id}/members`, (route) =>
      route.fulfill({ json: { items: others } }),
    );
    await page.goto('/?manager=absent');
    const line = page.getByRole('listitem').filter({ hasText: 'Famille Sans Chargé' });
    await line.getByText('Chargé absent').waitFor();
    await expect.poll(() => line.getByRole('link').getAttribute('href')).toBe(`/dossiers/${id}`);
    await page.getByRole('button', { name: 'Transmettre des dossiers' }).waitFor();
  });
});
