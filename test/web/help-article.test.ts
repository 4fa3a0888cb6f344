import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, signInByPage } from '../support/browser.ts';
import { tokenIn } from '../support/inbox.ts';
import {
  type Dossier,
  dossier,
  type Firm,
  firm,
  member,
  newEmail,
  newPhone,
  password,
  person,
  type Somebody,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Somebody;
let dupont: Dossier;
const holder = { email: newEmail('jeanne'), phone: newPhone() };
const child = { email: newEmail('lea'), phone: newPhone() };
const notary = { email: newEmail('notaire'), phone: newPhone() };

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  dupont = await dossier(manager);
  await person(manager, dupont, { firstName: 'Léa', lastName: 'Dupont' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens a page, does something there, and closes it; the page has to have behaved. */
async function at(work: (opened: Opened) => Promise<void>, options = {}) {
  const opened = await openPage(browser, world, options);
  try {
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const openTab = async ({ page }: Opened) => {
  await page.getByRole('link', { name: 'Famille Dupont' }).click();
  await page.getByRole('tab', { name: 'Droits d’accès' }).click();
};

test('the manager gives the holder access, for ever, after confirming it (R5, R9)', () =>
  at(async (opened) => {
    const { page } = opened;
    await signInByPage(page, world, manager, password);
    await openTab(opened);
    await page.getByRole('button', { name: 'Modifier l’accès de Jeanne Dupont' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('radio', { name: 'lecture seule' }).isChecked()).toBe(true);
    await dialog.getByLabel('Adresse e-mail').fill(holder.email);
    await dialog.getByLabel('Téléphone mobile').fill(holder.phone);
    await dialog.getByRole('radio', { name: 'lecture et écriture' }).check();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('Confirmez que vous avez compris.').waitFor();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Jeanne Dupont a accès en lecture et écriture.').waitFor();
    await page.getByText('Invitation en attente d’envoi').waitFor();
    await world.deliver();
    await page.getByText(/^Invité .*, premier rappel le/).waitFor();
  }));

test('the manager adds an advisor, then gives him access (R6)', () =>
  at(async (opened) => {
    const { page } = opened;
    await signInByPage(page, world, manager, password);
    await openTab(opened);
    await page.getByRole('button', { name: 'Ajouter un conseiller' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Prénom').fill('Nora');
    await form.getByLabel('Nom', { exact: true }).fill('Notaire');
    await form.getByLabel('Adresse e-mail').fill(notary.email);
    await form.getByLabel('Téléphone mobile').fill(notary.phone);
    await form.getByLabel('Type').selectOption('notary');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Nora Notaire est enregistré, sans accès pour l’instant.').waitFor();
    expect(world.inbox.to(notary.email)).toEqual([]);

    await page.getByRole('button', { name: 'Modifier l’accès de Nora Notaire' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('ne crée jamais de simulations ni de rapports').waitFor();
    await dialog.getByRole('radio', { name: 'lecture et écriture' }).check();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Nora Notaire a accès en lecture et écriture.').waitFor();
    await world.deliver();
    await world.inbox.nth(notary.email, 1);
  }));

test('on a 360 px phone, the holder opens the link, makes her account, and is in', () =>
  at(
    async ({ page }) => {
      const token = tokenIn(await world.inbox.nth(holder.email, 1));
      await page.goto(`/invitations/${token}`);
      await page.getByRole('heading', { name: /Famille Dupont/ }).waitFor();
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: 'Accepter' }).click();
      await page.getByLabel('Nouveau mot de passe').fill(password);
      await page.getByRole('button', { name: /Envoyer un code/ }).click();
      await page.getByText(/Saisissez les six chiffres/).waitFor();
      await page.keyboard.type(world.inbox.codeFor(holder.phone));
      await page.getByText('Bienvenue dans le dossier Famille Dupont.').waitFor();
      await page.getByRole('heading', { name: 'Famille Dupont' }).waitFor();
      await page.getByRole('tab', { name: 'Droits d’accès' }).click();
      await page.getByText('Compte créé, accès ouvert').waitFor();
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0);

      await page.goto(`/invitations/${token}`);
      await page.getByRole('heading', { name: 'Ce lien ne fonctionne plus' }).waitFor();
    },
    { viewport: { width: 360, height: 740 } },
  ));

test('the holder gives access to her child, by keyboard alone (R3)', () =>
  at(async (opened) => {
    const { page } = opened;
    await signInByPage(page, world, holder, password);
    await openTab(opened);
    await page.getByText('Vous pouvez donner accès aux membres de votre famille').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Ajouter un conseiller' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /Modifier l’accès/ }).count()).toBe(1);
    await page.getByRole('button', { name: /Modifier l’accès de Léa/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Adresse e-mail').waitFor();
    await expect.poll(() => page.evaluate("document.activeElement?.getAttribute('type')")).toBe('email');
    await page.keyboard.type(child.email);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(child.phone);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Léa Dupont a accès en lecture et écriture.').waitFor();
    await world.deliver();
    await world.inbox.nth(child.email, 1);
  }));

test('the manager sees that the holder is in, and finds no way to withdraw (R5)', () =>
  at(async (opened) => {
    const { page } = opened;
    await signInByPage(page, world, manager, password);
    await openTab(opened);
    const row = page.getByRole('row', { name: /^Jeanne Dupont/ });
    await row.getByText('Compte créé, accès ouvert').waitFor();
    await row.getByRole('img', { name: 'Ne peut pas être retiré' }).waitFor();
    await row.getByRole('button', { name: /Modifier l’accès/ }).click();
    await page.getByText('Cet accès ne peut jamais être retiré.').waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'aucun droit' }).count()).toBe(0);
  }));
