import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { dayIn } from '../support/limited.ts';
import {
  advisor,
  type Dossier,
  dossier,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Awaited<ReturnType<typeof member>>;
let dupont: Dossier;
let notary: Awaited<ReturnType<typeof advisor>>;
const taken = { email: newEmail('pris'), phone: newPhone() };

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  const fortuna = await firm(world);
  manager = await member(world, fortuna);
  dupont = await dossier(manager);
  for (const firstName of ['Léa', 'Hugo', 'Pris']) {
    await person(manager, dupont, { firstName, lastName: 'Dupont' });
  }
  const { body } = await manager.client.get(`${dupont.path}/access-rights`);
  const id = body.items.find((line: { party: { name: string } }) => line.party.name === 'Pris Dupont').party
    .id;
  await give(manager, dupont, id, 'read_only', taken);
  notary = await advisor(manager, dupont);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function atTab(client: Client, work: (opened: Opened) => Promise<void>, where = dupont) {
  const opened = await openPage(browser, world);
  try {
    await takeSession(opened.page, world, client);
    await opened.page.goto(`/dossiers/${where.id}/access-rights`);
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const rights = async ({ path }: Dossier) =>
  (await manager.client.get(`${path}/access-rights`)).body.items.filter(
    ({ right }: { right: string }) => right !== 'none',
  ).length;

test('several get access by one save; a refused line is marked, and nothing of it saved (issue 6.6, lines_refused)', () =>
  atTab(manager.client, async ({ page }) => {
    await page.getByRole('button', { name: 'Donner accès à plusieurs' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('radio', { name: 'lecture seule' }).isChecked()).toBe(true);
    await expect.poll(() => dialog.getByRole('checkbox', { name: /Pris Dupont/ }).count()).toBe(0);
    for (const name of ['Léa Dupont', 'Hugo Dupont', 'Nora Notaire']) {
      await dialog.getByRole('checkbox', { name }).check();
    }
    await dialog.getByText('3 e-mails partiront').waitFor();
    await dialog.getByText(`Sera prévenu à ${notary.email}.`).waitFor();
    const save = dialog.getByRole('button', { name: 'Donner accès à 3 personnes' });
    await save.click();
    await expect.poll(() => dialog.getByText('Saisissez une adresse e-mail').count()).toBe(2);

    const lea = { email: newEmail('lea'), phone: newPhone() };
    await dialog.getByLabel('Adresse e-mail de Léa Dupont').fill(lea.email);
    await dialog.getByLabel('Téléphone mobile de Léa Dupont').fill(lea.phone);
    await dialog.getByLabel('Adresse e-mail de Hugo Dupont').fill(taken.email);
    await dialog.getByLabel('Téléphone mobile de Hugo Dupont').fill(newPhone());
    await save.click();
    await dialog.getByText('Rien n’a été enregistré').waitFor();
    await dialog.getByText('Une personne est refusée').waitFor();
    await dialog.getByText(/^Hugo Dupont : Quelqu’un d’autre a accès/).waitFor();
    await expect.poll(() => dialog.getByText(/^Léa Dupont : /).count()).toBe(0);
    expect(await rights(dupont)).toBe(1);

    await dialog.getByLabel('Adresse e-mail de Hugo Dupont').fill(newEmail('hugo'));
    await save.click();
    await page
      .getByText('Accès donné à Hugo Dupont, Léa Dupont et Nora Notaire.')
      .or(page.getByText('Accès donné à Léa Dupont, Hugo Dupont et Nora Notaire.'))
      .waitFor();
    expect(await rights(dupont)).toBe(4);
    await world.deliver();
    await world.inbox.nth(lea.email, 1);
    await world.inbox.nth(notary.email, 1);
  }));

test('a central person is among them only once it is confirmed to be for ever (R5)', async () => {
  const where = await dossier(manager);
  await person(manager, where, { firstName: 'Léa', lastName: 'Dupont' });
  await atTab(
    manager.client,
    async ({ page }) => {
      await page.getByRole('button', { name: 'Donner accès à plusieurs' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: 'Jeanne Dupont' }).check();
      await dialog.getByLabel('Adresse e-mail de Jeanne Dupont').fill(newEmail('jeanne'));
      await dialog.getByLabel('Téléphone mobile de Jeanne Dupont').fill(newPhone());
      await dialog.getByText('Un e-mail partira').waitFor();
      await dialog.getByRole('button', { name: 'Donner accès', exact: true }).click();
      await dialog.getByText('Confirmez que vous avez compris.').waitFor();
      expect(await rights(where)).toBe(0);
      await dialog.getByRole('checkbox', { name: /garde son accès pour toujours/ }).check();
      await dialog.getByRole('button', { name: 'Donner accès', exact: true }).click();
      await page.getByText('Accès donné à Jeanne Dupont.').waitFor();
      expect(await rights(where)).toBe(1);
    },
    where,
  );
});

test('several get access until one day, with one message, which the preview of each e-mail shows; a holder never with an end (issue 6.3, 6.8, R5)', async () => {
  const where = await dossier(manager);
  for (const firstName of ['Léa', 'Hugo']) await person(manager, where, { firstName, lastName: 'Dupont' });
  const until = await dayIn(world, 40);
  const [lea, hugo, jeanne] = [0, 1, 2].map(() => ({ email: newEmail('several'), phone: newPhone() }));
  await atTab(
    manager.client,
    async ({ page }) => {
      await page.getByRole('button', { name: 'Donner accès à plusieurs' }).click();
      const dialog = page.getByRole('dialog');
      for (const [name, { email, phone }] of Object.entries({ Léa: lea!, Hugo: hugo!, Jeanne: jeanne! })) {
        await dialog.getByRole('checkbox', { name: `${name} Dupont` }).check();
        await dialog.getByLabel(`Adresse e-mail de ${name} Dupont`).fill(email);
        await dialog.getByLabel(`Téléphone mobile de ${name} Dupont`).fill(phone);
      }
      await dialog.getByText('Il n’a jamais de fin : une date ne peut pas lui être donnée.').waitFor();
      await dialog.getByRole('checkbox', { name: /garde son accès pour toujours/ }).check();
      const day = dialog.getByLabel('Jusqu’au');
      const save = dialog.getByRole('button', { name: 'Donner accès à 3 personnes' });
      await day.fill(await dayIn(world, -1));
      await save.click();
      const refusal = dialog.getByText(
        'Jeanne Dupont : L’accès d’un titulaire ou cotitulaire n’a pas de fin.',
      );
      await refusal.waitFor();
      await dialog.getByText('Un titulaire ou cotitulaire choisi n’a jamais de fin d’accès').waitFor();
      expect(await rights(where)).toBe(0);
      await dialog.getByRole('checkbox', { name: 'Jeanne Dupont', exact: false }).first().uncheck();
      await refusal.waitFor({ state: 'detached' });
      await dialog.getByRole('button', { name: 'Donner accès à 2 personnes' }).click();
      await dialog.getByText('Ce jour est passé.').waitFor();
      expect(await rights(where)).toBe(0);

      await day.fill(until);
      await dialog.getByLabel('Message personnel').fill('Bonjour à tous,\nvoici le <b>dossier</b>.');
      const preview = page.frameLocator('iframe');
      for (const [name, email] of [
        ['Hugo Dupont', hugo!.email],
        ['Léa Dupont', lea!.email],
      ] as const) {
        await dialog.getByLabel('Aperçu de l’e-mail pour').selectOption(name);
        await dialog.getByText(`À : ${email}`).waitFor();
        await preview.getByText('voici le <b>dossier</b>.').waitFor();
      }
      await dialog.getByRole('button', { name: 'Donner accès à 2 personnes' }).click();
      await page.getByText(/^Accès donné à .*Léa Dupont/).waitFor();
      await expect.poll(() => page.getByText(/^Jusqu’au .* inclus$/).count()).toBe(2);
    },
    where,
  );
  const { items } = (await manager.client.get(`${where.path}/access-rights`)).body;
  const given = items.filter(({ right }: { right: string }) => right !== 'none');
  expect(given.map((line: { until: string }) => line.until)).toEqual([until, until]);
  expect(JSON.stringify(await world.owed())).not.toContain('Bonjour');
  await world.deliver();
  for (const { email } of [lea!, hugo!]) {
    const { text } = await world.inbox.nth(email, 1);
    expect(text).toContain('> Bonjour à tous,\n> voici le <b>dossier</b>.');
  }
});

test('of many the first 60 are drawn; others are found by words without accents, and stay once chosen (issue 6.6)', async () => {
  const where = await dossier(manager);
  await world.owner`
    insert into persons (id, dossier_id, first_name, last_name)
    select uuidv7(), ${where.id}, 'Élise', 'Nº ' || i || ' Lefèvre' from generate_series(1, 500) i order by i`;
  await atTab(
    manager.client,
    async ({ page }) => {
      await page.getByRole('button', { name: 'Donner accès à plusieurs' }).click();
      const dialog = page.getByRole('dialog');
      const boxes = dialog.getByRole('checkbox');
      await dialog.getByText('Les 60 premiers noms sont affichés. Cherchez un nom').waitFor();
      await expect.poll(() => boxes.count()).toBe(60);
      const search = dialog.getByLabel('Chercher un nom');
      await search.fill('lefevre elise 432');
      await dialog.getByText('1 ligne trouvée').waitFor();
      await expect.poll(() => boxes.count()).toBe(1);
      await expect.poll(() => dialog.getByText('Les 60 premiers noms').count()).toBe(0);
      await dialog.getByRole('checkbox', { name: 'Élise Nº 432 Lefèvre' }).check();
      await search.fill('');
      await expect.poll(() => boxes.count()).toBe(61);
      await expect.poll(() => boxes.last().isChecked()).toBe(true);
      await dialog.getByLabel(/^Adresse e-mail .*Nº 432 Lefèvre$/).waitFor();
    },
    where,
  );
});

test('what is refused of a line says how it is written (issue 6.6)', async () => {
  const where = await dossier(manager);
  await person(manager, where, { firstName: 'Léa', lastName: 'Dupont' });
  await atTab(
    manager.client,
    async ({ page }) => {
      await page.getByRole('button', { name: 'Donner accès à plusieurs' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: 'Léa Dupont' }).check();
      await dialog.getByLabel('Adresse e-mail de Léa Dupont').fill(newEmail('lea'));
      await dialog.getByLabel('Téléphone mobile de Léa Dupont').fill(newPhone());
      await dialog.getByLabel('Message personnel').fill('Bonjour\u0007');
      await dialog.getByRole('button', { name: 'Donner accès', exact: true }).click();
      await dialog
        .getByText('Léa Dupont : 1 000 caractères au plus, sans caractères spéciaux invisibles.')
        .waitFor();
    },
    where,
  );
});

test('what was typed isn’t lost by a key: closing asks first', async () => {
  const where = await dossier(manager);
  await person(manager, where);
  await atTab(
    manager.client,
    async ({ page }) => {
      await page.getByRole('button', { name: 'Donner accès à plusieurs' }).click();
      await page.getByRole('dialog').getByRole('checkbox', { name: 'Jeanne Dupont' }).check();
      await page.keyboard.press('Escape');
      await page.getByText('Quitter sans enregistrer ?').first().waitFor();
      await page.getByRole('button', { name: 'Rester' }).click();
      await expect.poll(() => page.getByRole('checkbox', { name: /^Jeanne Dupont/ }).isChecked()).toBe(true);
    },
    where,
  );
});

test('a holder gives to several of his family at his level, and to no advisor (R3)', async () => {
  const where = await dossier(manager);
  for (const firstName of ['Léa', 'Hugo']) await person(manager, where, { firstName, lastName: 'Dupont' });
  await advisor(manager, where);
  const holder = await insider(world, manager, where, where.holderId, 'read_only');
  await atTab(
    holder.client,
    async ({ page }) => {
      await page.getByRole('button', { name: 'Donner accès à plusieurs' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: 'Léa Dupont' }).waitFor();
      await expect.poll(() => dialog.getByRole('checkbox', { name: /Notaire/ }).count()).toBe(0);
      await expect.poll(() => dialog.getByRole('radio').count()).toBe(1);
    },
    where,
  );
});
