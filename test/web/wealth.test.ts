import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { turn } from '../support/closing.ts';
import {
  accept,
  advisor,
  type Dossier,
  dossier,
  firm,
  insider,
  member,
  person,
  type Somebody,
} from '../support/people.ts';
import { addItem, inventoryOf, itemPath } from '../support/wealth.ts';
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
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens the inventory as somebody, does something there, and closes it; the page has to have behaved. */
async function at(client: Client, where: Dossier, work: (opened: Opened) => Promise<void>) {
  const opened = await openPage(browser, world);
  await takeSession(opened.page, world, client);
  try {
    await opened.page.goto(`/dossiers/${where.id}/wealth`);
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

test('issue 6.6: a house with two owners is entered by clicks, with the amount as people type it', () =>
  at(manager.client, dupont, async ({ page }) => {
    await page.getByText('L’inventaire est encore vide.').waitFor();
    await page.getByRole('button', { name: 'Ajouter un bien ou une dette' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom', { exact: true }).fill('Maison à Uccle');
    await dialog.getByLabel('Valeur').fill('1.234.567,89');
    await dialog.getByLabel('Évalué le').fill('2024-06-30');
    await expect.poll(() => dialog.getByLabel('Valeur').inputValue()).toBe('1\u202f234\u202f567,89');
    await dialog.getByRole('button', { name: 'Ajouter une personne' }).click();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Par exemple 1/2 ou 50 %.').waitFor();
    await dialog.getByRole('button', { name: 'Répartir également' }).click();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('« Maison à Uccle » est dans l’inventaire.').waitFor();

    const { items } = await inventoryOf(manager, dupont);
    expect(items).toMatchObject([{ value: { cents: 123_456_789, valuedOn: '2024-06-30' } }]);
    expect(items[0].owners).toEqual([
      { personId: dupont.holderId, form: 'full', share: '1/2' },
      { personId: dupont.coHolderId, form: 'full', share: '1/2' },
    ]);
    await page.getByRole('region', { name: 'Patrimoine net' }).getByText('1 234 567,89 €').first().waitFor();
    await page.getByRole('img', { name: 'Avoirs par catégorie, en EUR' }).waitFor();
    const byPerson = page.getByRole('table', { name: 'Par personne' });
    await byPerson.getByRole('row', { name: /Jeanne Dupont.*617 283,9[45] €/ }).waitFor();
    await byPerson.getByRole('row', { name: /Paul Martin.*617 283,9[45] €/ }).waitFor();
  }));

test('issue 6.6: shares that don’t make the whole are said beside the owners, and nothing is sent', () =>
  at(manager.client, dupont, async ({ page }) => {
    await page.getByRole('button', { name: 'Modifier Maison à Uccle' }).click();
    const dialog = page.getByRole('dialog');
    const second = dialog.getByRole('group', { name: 'Propriétaire 2' });
    await second.getByLabel('Part').fill('25 %');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Les parts font moins qu’un entier.').waitFor();
    await second.getByLabel('Forme de propriété').selectOption('usufruct');
    await second.getByLabel('Part').fill('1/2');
    await dialog.getByRole('button', { name: 'Ajouter une personne' }).click();
    const third = dialog.getByRole('group', { name: 'Propriétaire 3' });
    await third.getByLabel('Personne').selectOption('');
    await third.getByLabel('Forme de propriété').selectOption('bare');
    await third.getByLabel('Part').fill('50 %');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('« Maison à Uccle » est enregistré.').waitFor();
    const { items } = await inventoryOf(manager, dupont);
    expect(items[0].owners).toContainEqual({ personId: null, form: 'bare', share: '1/2' });
    expect(items[0].value.cents).toBe(123_456_789);
  }));

test('issue 6.6: a value is added, corrected and removed', () =>
  at(manager.client, dupont, async ({ page }) => {
    await page.getByRole('button', { name: 'Valeurs de Maison à Uccle' }).click();
    const dialog = page.getByRole('dialog', { name: 'Valeurs de Maison à Uccle' });
    await dialog.getByLabel('Valeur en EUR').fill('1 300 000');
    await dialog.getByLabel('Évalué le').fill('2025-06-30');
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    await dialog.getByText('30 juin 2025', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Corriger la valeur du 30 juin 2025' }).click();
    await dialog.getByLabel('Valeur en EUR').fill('1 310 000,50');
    await dialog.getByRole('button', { name: 'Corriger', exact: true }).click();
    await dialog.getByText('1 310 000,50 €').waitFor();
    await dialog.getByRole('button', { name: 'Supprimer la valeur du 30 juin 2024' }).click();
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await page.getByText('La valeur de « Maison à Uccle » au 30 juin 2024 est supprimée.').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: /Supprimer la valeur/ }).count()).toBe(0);
    const { items } = await inventoryOf(manager, dupont);
    expect(items[0].value).toEqual({ cents: 131_000_050, valuedOn: '2025-06-30' });
  }));

test('Escape answers the question about a value, and leaves the values open with what was typed', async () => {
  const where = await dossier(manager);
  const { id, version } = await addItem(manager, where, { name: 'Chalet' });
  const value = { cents: 460_000_00, valuedOn: '2025-06-30' };
  await manager.client.patch(itemPath(where, id), version, { value });
  await at(manager.client, where, async ({ page }) => {
    await page.getByRole('button', { name: 'Valeurs de Chalet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Valeurs de Chalet' });
    const question = page.getByRole('dialog', { name: 'Supprimer la valeur' });
    const remove = dialog.getByRole('button', { name: 'Supprimer la valeur du 30 juin 2024' });
    for (const typed of ['', '470 000']) {
      if (typed) await dialog.getByLabel('Valeur en EUR').fill(typed);
      await remove.click();
      await question.waitFor();
      await page.keyboard.press('Escape');
      await question.waitFor({ state: 'detached' });
      await expect.poll(() => remove.and(page.locator(':focus')).count()).toBe(1);
      await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
      await expect.poll(() => dialog.getByText('30 juin 2024', { exact: true }).count()).toBe(1);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' }).waitFor();
  });
});

test('issue 6.6: who saves after somebody else sees what changed, and loses nothing', () =>
  at(manager.client, dupont, async ({ page }) => {
    const { items } = await inventoryOf(manager, dupont);
    await page.getByRole('button', { name: 'Modifier Maison à Uccle' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Description').fill('Avec jardin');
    const { id, version } = items[0];
    await manager.client.patch(itemPath(dupont, id), version, { name: "Villa & parc d'Uccle" });
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText("Nom : Maison à Uccle → Villa & parc d'Uccle").waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer mes changements quand même' }).click();
    await page.getByText("« Villa & parc d'Uccle » est enregistré.").waitFor();
    const after = await inventoryOf(manager, dupont);
    expect(after.items[0]).toMatchObject({ name: "Villa & parc d'Uccle", description: 'Avec jardin' });
  }));

test('issue 6.6: who writes a value after somebody else sees which values changed, and takes them or saves his own all the same', async () => {
  const where = await dossier(manager);
  const { id, version } = await addItem(manager, where);
  const theirs = (more: number, cents: number) =>
    manager.client.patch(itemPath(where, id), version + more, { value: { cents, valuedOn: '2024-06-30' } });
  await at(manager.client, where, async ({ page }) => {
    await page.getByRole('button', { name: 'Valeurs de Maison à Uccle' }).click();
    const dialog = page.getByRole('dialog', { name: 'Valeurs de Maison à Uccle' });
    const typed = dialog.getByLabel('Valeur en EUR');
    const add = dialog.getByRole('button', { name: 'Ajouter' });
    await typed.fill('500 000');
    await dialog.getByLabel('Évalué le').fill('2025-06-30');
    expect((await theirs(0, 46_000_000)).status).toBe(200);
    await add.click();
    const told = dialog.getByRole('alert');
    await told.getByText('450 000,00 € (30 juin 2024) → 460 000,00 € (30 juin 2024)').waitFor();
    await expect.poll(() => told.getByRole('listitem').count()).toBe(1);
    await expect.poll(() => typed.inputValue()).toMatch(/^500\s000/);
    await told.getByRole('button', { name: 'Enregistrer mes changements quand même' }).click();
    await dialog.getByText('30 juin 2025', { exact: true }).waitFor();
    await dialog.getByRole('cell', { name: '460 000,00 €' }).waitFor();
    await told.waitFor({ state: 'detached' });
    const kept = await inventoryOf(manager, where);
    expect(kept.items[0].value).toEqual({ cents: 50_000_000, valuedOn: '2025-06-30' });

    await typed.fill('510 000');
    await dialog.getByLabel('Évalué le').fill('2025-12-31');
    expect((await theirs(2, 47_000_000)).status).toBe(200);
    await add.click();
    await told.getByRole('button', { name: 'Reprendre sa version' }).click();
    await dialog.getByRole('cell', { name: '470 000,00 €' }).waitFor();
    await expect.poll(() => typed.inputValue()).toBe('');
    await told.waitFor({ state: 'detached' });

    expect((await theirs(3, 48_000_000)).status).toBe(200);
    await dialog.getByRole('button', { name: 'Supprimer la valeur du 30 juin 2024' }).click();
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await told.getByText('470 000,00 € (30 juin 2024) → 480 000,00 € (30 juin 2024)').waitFor();
    await told.getByRole('button', { name: 'Enregistrer mes changements quand même' }).click();
    await page.getByText('La valeur de « Maison à Uccle » au 30 juin 2024 est supprimée.').waitFor();
    const after = await manager.client.get(itemPath(where, id));
    expect(after.body.values).toMatchObject([{ cents: 50_000_000, valuedOn: '2025-06-30' }]);
  });
});

test('R7: an advisor with read_write enters a debt; a reader finds no button to change anything', async () => {
  const registered = await advisor(manager, dupont);
  await manager.client.put(`${dupont.path}/access-rights/advisors/${registered.id}`, { right: 'read_write' });
  await world.deliver();
  const notary = await accept(world, registered.email, registered.phone);
  await world.deliver();
  await at(notary.client, dupont, async ({ page }) => {
    await page.getByRole('button', { name: 'Ajouter un bien ou une dette' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Catégorie').selectOption('mortgage');
    await dialog.getByLabel('Nom', { exact: true }).fill('Crédit');
    await dialog.getByLabel('Montant dû').fill('100 000');
    await expect.poll(() => dialog.getByLabel('Forme de propriété').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('« Crédit » est dans l’inventaire.').waitFor();
  });

  const child = await person(manager, dupont);
  const reader = await insider(world, manager, dupont, child, 'read_only');
  await at(reader.client, dupont, async ({ page }) => {
    await page.getByText('Vous avez accès en lecture seule').waitFor();
    await page.getByText('Crédit', { exact: true }).waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: /Ajouter|Modifier|Supprimer|Importer/ }).count())
      .toBe(0);
  });
});

test('issue 6.6: the search finds without accents; an item is removed after its consequences are confirmed', () =>
  at(manager.client, dupont, async ({ page }) => {
    await page.getByLabel('Chercher un nom').fill('credit');
    await page.getByText('1 ligne trouvée').waitFor();
    await page.getByText("Villa & parc d'Uccle").waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Supprimer Crédit' }).click();
    await page.getByText('Cela ne s’annule pas.').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect((await inventoryOf(manager, dupont)).items).toHaveLength(2);
    await page.getByRole('button', { name: 'Supprimer Crédit' }).click();
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await page.getByText('« Crédit » est supprimé de l’inventaire.').waitFor();
    expect((await inventoryOf(manager, dupont)).items).toHaveLength(1);
  }));

test('issue 6.6: a file is looked into before it is entered', async () => {
  const empty = await dossier(manager);
  await at(manager.client, empty, async ({ page }) => {
    const choose = (content: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    const header = 'kind,name,value,currency,valued_on,owners\n';
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await choose(`${header}loan,Prêt,x,EUR,2024-06-30,full outside 1\n`);
    await page.getByText('Ligne 2, value : Un montant en chiffres').waitFor();
    await choose(`${header}loan,Prêt,1234.50,EUR,2024-06-30,full Jeanne Dupont 1\n`);
    await page.getByText('1 ligne serait ajoutée :').waitFor();
    expect((await inventoryOf(manager, empty)).items).toEqual([]);
    await page.getByRole('button', { name: 'Importer 1 ligne' }).click();
    await page.getByText('1 bien ou dette est dans l’inventaire.').waitFor();
    expect((await inventoryOf(manager, empty)).items).toMatchObject([{ value: { cents: 123_450 } }]);
  });
});

test('R16: a closed dossier says since when, and shows no button to change it', async () => {
  const closed = await dossier(manager);
  await addItem(manager, closed);
  await turn(manager, closed, 'close');
  await at(manager.client, closed, async ({ page }) => {
    await page.getByText(/Ce dossier est clos depuis/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /Ajouter|Modifier|Supprimer/ }).count()).toBe(0);
  });
});
