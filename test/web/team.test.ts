import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { accept, dossier, type Firm, firm, member, newEmail, newPhone } from '../support/people.ts';
import { memberSeenBy } from '../support/team.ts';
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

async function as(client: Client, work: (page: Opened['page']) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  await takeSession(page, world, client);
  try {
    await page.goto('/team');
    await page.getByRole('heading', { level: 1, name: 'Équipe' }).waitFor();
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const choose = async (page: Opened['page'], name: string, action: string) => {
  await page.getByRole('button', { name: `Actions pour ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
};

const mia = { email: newEmail('mia'), phone: newPhone() };

test('R1: the only admin is told plainly why he stays, and what to do first', () =>
  as(fortuna.admin.client, async (page) => {
    await page.getByText('Vous êtes seul dans l’équipe.').waitFor();
    await choose(page, 'Ada Admin', 'Modifier');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Vous êtes le seul administrateur').waitFor();
    await expect.poll(() => dialog.getByRole('radio', { name: 'Assistance' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    await choose(page, 'Ada Admin', 'Retirer de l’équipe');
    await page.getByRole('dialog').getByText('Nommez d’abord un autre administrateur').waitFor();
    await expect
      .poll(() => page.getByRole('dialog').getByRole('button', { name: 'Retirer de l’équipe' }).count())
      .toBe(0);
  }));

test('R15: the admin adds a member, corrects his address, and sends the invitation again', () =>
  as(fortuna.admin.client, async (page) => {
    await page.getByRole('button', { name: 'Ajouter un membre' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('radio', { name: 'Assistance' }).isChecked()).toBe(true);
    await dialog.getByLabel('Prénom').fill('Mia');
    await dialog.getByLabel('Nom', { exact: true }).fill('Membre');
    await dialog.getByRole('button', { name: 'Ajouter et inviter' }).click();
    await dialog.getByText('Saisissez une adresse e-mail').waitFor();
    await dialog.getByLabel('Adresse e-mail').fill(newEmail('mal'));
    await dialog.getByLabel('Téléphone mobile').fill(mia.phone);
    await dialog.getByLabel('Langue').selectOption('nl');
    await dialog.getByRole('button', { name: 'Ajouter et inviter' }).click();
    await page.getByText('Mia Membre est ajouté à l’équipe et reçoit une invitation.').waitFor();
    const row = page.getByRole('row', { name: /Mia Membre/ });
    await row.getByText('Invitation en attente d’envoi').waitFor();

    await choose(page, 'Mia Membre', 'Modifier');
    await dialog.getByLabel('Adresse e-mail').fill(mia.email);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Mia Membre est enregistré.').waitFor();
    await row.getByText(mia.email).waitFor();
    await world.deliver();
    await page.reload();
    await row.getByText('Invité, sans réponse ; un rappel suivra').waitFor();
    await choose(page, 'Mia Membre', 'Renvoyer l’invitation');
    await page.getByText('L’invitation de Mia Membre est renvoyée.').waitFor();
    await world.deliver();
    await world.inbox.nth(mia.email, 2);
  }));

test('he accepts; the admin makes him a manager', async () => {
  await accept(world, mia.email, mia.phone);
  await as(fortuna.admin.client, async (page) => {
    const row = page.getByRole('row', { name: /Mia Membre/ });
    await row.getByText('A rejoint l’équipe').waitFor();
    await choose(page, 'Mia Membre', 'Modifier');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('L’adresse et le numéro sont ceux de son compte').waitFor();
    await dialog.getByRole('radio', { name: 'Chargé de dossiers' }).check();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Mia Membre est enregistré.').waitFor();
    await row.getByText('Chargé de dossiers').waitFor();
  });
});

test('an address that is in a team already is refused, and what was typed stays', () =>
  as(fortuna.admin.client, async (page) => {
    await page.getByRole('button', { name: 'Ajouter un membre' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Prénom').fill('Encore');
    await dialog.getByLabel('Nom', { exact: true }).fill('Mia');
    await dialog.getByLabel('Adresse e-mail').fill(mia.email);
    await dialog.getByLabel('Téléphone mobile').fill(newPhone());
    await dialog.getByRole('button', { name: 'Ajouter et inviter' }).click();
    await dialog.getByRole('alert').waitFor();
    await expect.poll(() => dialog.getByLabel('Prénom').inputValue()).toBe('Encore');
  }));

test('R1: who manages dossiers is removed only after they are handed over, which is one click away', async () => {
  const leaving = await member(world, fortuna);
  const staying = await member(world, fortuna);
  const { path } = await dossier(leaving);
  const { lastName } = await memberSeenBy(fortuna.admin.client, fortuna, leaving.memberId);
  const name = `Max ${lastName}`;
  await as(fortuna.admin.client, async (page) => {
    await choose(page, name, 'Modifier');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Assistance' }).check();
    await dialog.getByText(`${name} gère encore 1 dossier`).waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Transmettez d’abord ses dossiers, ou choisissez un autre rôle.').waitFor();
    await page.reload();

    await choose(page, name, 'Retirer de l’équipe');
    await dialog.getByText('Famille Dupont').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Retirer de l’équipe' }).count()).toBe(0);
    await dialog.getByRole('link', { name: 'Transmettre ces dossiers' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mes dossiers' }).waitFor();
    await page.getByText('1 dossier', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Transmettre des dossiers' }).click();
    await dialog.getByLabel('Nouveau chargé').selectOption(staying.memberId);
    await dialog.getByRole('button', { name: 'Transmettre 1 dossier' }).click();
    await page.getByText('Aucun dossier ne correspond à cette recherche.').waitFor();

    await page.getByRole('link', { name: 'Équipe' }).click();
    await choose(page, name, 'Retirer de l’équipe');
    await dialog.getByText(`${name} perd immédiatement tout accès par l’équipe`).waitFor();
    await dialog.getByRole('button', { name: 'Retirer de l’équipe' }).click();
    await page.getByText(`${name} ne fait plus partie de l’équipe.`).waitFor();
    await page.getByRole('heading', { name: 'Ont quitté l’équipe' }).waitFor();
  });
  expect((await staying.client.get(path)).body.manager.id).toBe(staying.memberId);
  expect((await leaving.client.get(path)).status).not.toBe(200);
});

test('other members read the team, without contact data or actions', async () => {
  const support = await member(world, fortuna, 'support');
  await as(support.client, async (page) => {
    await page.getByText('Un administrateur ajoute les membres et change leur rôle.').waitFor();
    await page.getByRole('row', { name: /Mia Membre/ }).waitFor();
    await expect.poll(() => page.getByText(mia.email).count()).toBe(0);
    await expect
      .poll(() => page.getByRole('button', { name: /Actions pour|Ajouter un membre/ }).count())
      .toBe(0);
    await expect.poll(() => page.getByRole('link', { name: 'Reprise de dossiers' }).count()).toBe(0);
  });
});
