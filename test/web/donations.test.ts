import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { type Dossier, dossier, firm, insider, member, person, type Somebody } from '../support/people.ts';
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
  await person(manager, dupont, { firstName: 'Léa', lastName: 'Dupont', birthDate: '1990-01-01' });
  await person(manager, dupont, { firstName: 'Hugo', lastName: 'Dupont' });
  await person(manager, dupont, { firstName: 'Anne', lastName: 'Durand', country: 'FR' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens the donations as somebody, does something there, and closes them; the page has to have behaved. */
async function at(client: Client, work: (opened: Opened) => Promise<void>) {
  const opened = await openPage(browser, world);
  await takeSession(opened.page, world, client);
  try {
    await opened.page.goto(`/dossiers/${dupont.id}/donations`);
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const donations = async () => (await manager.client.get(`${dupont.path}/donations`)).body;

test('issue 6.6: a donation to two children stands on the timeline, with its tax dates and in the totals', () =>
  at(manager.client, async ({ page }) => {
    await page.getByText('Aucune donation n’est encore notée.').waitFor();
    await page.getByRole('button', { name: 'Ajouter une donation' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Donné le').fill('1980-05-01');
    const donee = (nth: number) => dialog.getByRole('group', { name: `Donataire ${nth}` });
    await donee(1).getByLabel('Personne').selectOption({ label: 'Léa Dupont' });
    await dialog.getByRole('button', { name: 'Ajouter une personne' }).click();
    await donee(2).getByLabel('Personne').selectOption({ label: 'Hugo Dupont' });
    await dialog.getByRole('button', { name: 'Répartir également' }).click();
    await dialog.getByLabel('Ce qui a été donné').fill('Épargne');
    await dialog.getByLabel('Montant').fill('1.234.567,89');
    await dialog.getByLabel('Forme').selectOption('bank');
    await dialog.getByRole('checkbox', { name: 'Enregistrée' }).uncheck();
    await dialog.getByLabel('Pays').selectOption('BE');
    await dialog.getByLabel('Région').selectOption('wallonia');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await donee(1).getByText('Cette personne n’était pas encore née.').waitFor();
    await dialog.getByLabel('Donné le').fill('2024-03-30');
    await dialog.getByText(/Compte pour les droits de succession.*30 mars 2029/).waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('« Épargne » est dans l’inventaire.').waitFor();

    const year = page.getByRole('region', { name: 'Donations de 2024' });
    await year.getByText('Jeanne Dupont → Léa Dupont (1/2), Hugo Dupont (1/2)').waitFor();
    await year.getByText('1 234 567,89 €').waitFor();
    await year.getByText(/30 mars 2029/).waitFor();
    await page.getByRole('img', { name: /Donné par année, en EUR : 2024: 1 234 567,89 €/ }).waitFor();
    const totals = page.getByRole('table', { name: 'Donné et reçu' });
    await totals.getByRole('row', { name: /Jeanne Dupont.*1 234 567,89 €/ }).waitFor();
    await totals.getByRole('row', { name: /Hugo Dupont.*617 283,9[45] €/ }).waitFor();
    expect((await donations()).items).toMatchObject([{ cents: 123_456_789, region: 'wallonia' }]);
  }));

test('issue 6.6: another donor is saved with his own domicile', () =>
  at(manager.client, async ({ page }) => {
    await page.getByRole('button', { name: 'Modifier Épargne' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Donateur', { exact: true }).selectOption({ label: 'Anne Durand' });
    await expect.poll(() => dialog.getByLabel('Pays').inputValue()).toBe('FR');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('« Épargne » est enregistrée.').waitFor();
    expect((await donations()).items).toMatchObject([{ country: 'FR', region: null, cents: 123_456_789 }]);
  }));

test('issue 6.6: who saves a donation after somebody else sees what changed, and takes it or saves his own all the same', async () => {
  const there = async () => (await donations()).items[0];
  const theirs = async (body: object) => {
    const { id, version } = await there();
    const answer = await manager.client.patch(`${dupont.path}/donations/${id}`, version, body);
    expect(answer.status).toBe(200);
  };
  await at(manager.client, async ({ page }) => {
    const dialog = page.getByRole('dialog');
    const told = dialog.getByRole('alert');
    await page.getByRole('button', { name: 'Modifier Épargne' }).click();
    await dialog.getByLabel('Conditions').fill('Clause de retour');
    await theirs({ cents: 200_000, form: 'manual', givenOn: '2024-04-01' });
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await told.getByText('Montant : 1 234 567,89 € → 2 000,00 €').waitFor();
    await told.getByText('Donné le : 30 mars 2024 → 1er avril 2024').waitFor();
    await told.getByText('Forme : Virement bancaire → Don manuel').waitFor();
    expect((await there()).conditions).toBeNull();
    await told.getByRole('button', { name: 'Enregistrer mes changements quand même' }).click();
    await page.getByText('« Épargne » est enregistrée.').waitFor();
    expect(await there()).toMatchObject({ cents: 200_000, form: 'manual', conditions: 'Clause de retour' });
  });
  await at(manager.client, async ({ page }) => {
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Modifier Épargne' }).click();
    await dialog.getByLabel('Conditions').fill('Autre chose');
    await theirs({ conditions: 'Usage privé' });
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Clause de retour → Usage privé').waitFor();
    await dialog.getByRole('button', { name: 'Reprendre sa version' }).click();
    await expect.poll(() => dialog.getByLabel('Conditions').inputValue()).toBe('Usage privé');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await there()).conditions).toBe('Usage privé');
  });
});

test('R7: a reader sees the list, and no button; what is removed is removed after the consequences', async () => {
  const child = await person(manager, dupont);
  const reader = await insider(world, manager, dupont, child, 'read_only');
  await at(reader.client, async ({ page }) => {
    await page.getByText('Vous avez accès en lecture seule').waitFor();
    await page.getByText('Liste', { exact: true }).click();
    await page
      .getByRole('table', { name: 'Liste' })
      .getByRole('row', { name: /Épargne/ })
      .waitFor();
    await expect.poll(() => page.getByRole('button', { name: /Ajouter|Modifier|Supprimer/ }).count()).toBe(0);
  });
  await at(manager.client, async ({ page }) => {
    await page.getByRole('button', { name: 'Supprimer Épargne' }).click();
    await page.getByText('Cela ne s’annule pas.').waitFor();
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await page.getByText('« Épargne » est supprimée de l’inventaire.').waitFor();
    expect((await donations()).items).toEqual([]);
  });
});
