import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { check, type FileLine, family, fileOf } from '../support/onboardings.ts';
import { type Firm, firm, member } from '../support/people.ts';
import { createTimeWorld, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let browser: Browser;
let fortuna: Firm;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function as(client: Client, path: string, work: (page: Opened['page']) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  await takeSession(page, world, client);
  try {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const choose = (page: Opened['page'], file: string | FileLine[], name = 'familles.csv') =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from(typeof file === 'string' ? file : fileOf(file)),
  });

const lines = [...family('Aubert'), ...family('Bertrand')];

test('a file that can’t be read says why, and how to save it', () =>
  as(manager.client, '/onboardings', async (page) => {
    await page.getByText('Aucun fichier n’a encore été vérifié.').waitFor();
    await choose(page, 'PK\u0003\u0004…');
    await page.getByText('C’est un fichier de tableur').waitFor();
    await choose(page, 'dossier;first_name;last_name;central;naissance\nA;B;C;holder;');
    await page.getByText('Colonne inconnue (numéro 5)').waitFor();
    await choose(page, 'dossier;first_name;last_name\nA;B;C');
    await page.getByText('Ligne 1, central : Cette colonne manque.').waitFor();
  }));

test('the template can be downloaded, and its lines are taken', () =>
  as(manager.client, '/onboardings', async (page) => {
    const link = page.getByRole('link', { name: 'Télécharger un modèle à remplir' });
    const template = await (await fetch(world.baseUrl + (await link.getAttribute('href')))).text();
    expect(template).toMatch(/^\ufeff?dossier;manager;first_name/);
    await page.getByRole('button', { name: 'Ce que contient le fichier' }).click();
    await page.getByRole('rowheader', { name: 'birth_date' }).waitFor();
    const { body } = await check(manager.client, fortuna.id, template);
    expect([body.state, body.rejected]).toEqual(['checked', []]);
  }));

test('from a file with an error to dossiers: corrected, confirmed, started, watched to the end', () =>
  as(manager.client, '/onboardings', async (page) => {
    const wrong = lines.map((line, i) => (i === 2 ? { ...line, birth_date: '30/02/1990' } : line));
    await choose(page, wrong);
    await page.getByText('1 erreur à corriger').waitFor();
    const row = page.getByRole('table', { name: 'Lignes à corriger' }).getByRole('row').nth(1);
    await expect
      .poll(() => row.getByRole('cell').allInnerTexts())
      .toEqual(['4', 'birth_date', 'Écrivez un jour qui existe, comme 1950-01-31.']);
    await expect.poll(() => page.getByRole('button', { name: /^Créer/ }).count()).toBe(0);

    await choose(page, lines);
    await page.getByText('Le fichier est correct ; rien n’a encore été créé').waitFor();
    await page.getByText('2 dossiers seront créés').waitFor();
    await page.getByText('6 e-mails partiront, l’un après l’autre').waitFor();
    await page.getByText('4 accès de titulaires et cotitulaires ne pourront jamais être retirés').waitFor();
    const dossiers = () => world.owner`select from dossiers`;
    expect((await dossiers()).length).toBe(0);
    const start = page.getByRole('button', { name: 'Créer 2 dossiers' });
    await start.click();
    await page.getByText('Confirmez que vous avez compris.').waitFor();
    await page.getByRole('checkbox', { name: /donnés pour toujours/ }).check();
    await page.getByLabel('E-mails par heure').fill('100000');
    await start.click();
    await page.getByText('La reprise a démarré.').waitFor();
    await page.getByText('2 sur 2 traités').waitFor();
    await page.getByText('2 dossiers ont été créés.').waitFor();
    await page.getByText('6 sur 6 envoyées').waitFor();
    await expect
      .poll(() => page.getByRole('progressbar', { name: 'Invitations' }).getAttribute('aria-valuenow'))
      .toBe('100');
    await page.getByRole('link', { name: 'Voir les dossiers' }).click();
    await page.getByRole('link', { name: 'Aubert' }).waitFor();
    await page.getByRole('link', { name: 'Bertrand' }).waitFor();
  }));

test('one that somebody else checked is his to start; invitations are held back, and resumed', async () => {
  const { body } = await check(manager.client, fortuna.id, family('Claes'));
  const path = `/onboardings/${body.id}`;
  await as(fortuna.admin.client, path, async (page) => {
    await page.getByText(/a vérifié ce fichier et peut seul démarrer la reprise/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Créer/ }).count()).toBe(0);
  });
  await as(manager.client, path, async (page) => {
    await page.getByRole('checkbox', { name: /donnés pour toujours/ }).check();
    await page.getByLabel('E-mails par heure').fill('1');
    await page.getByText(/le dernier part après environ 3 heures/).waitFor();
    await page.getByRole('button', { name: 'Créer 1 dossier' }).click();
    await page.getByText(/invitations attendent leur tour/).waitFor();
    await page.getByRole('button', { name: 'Mettre en pause' }).click();
    await page.getByText('La reprise est en pause.').waitFor();
    await page.getByText('aucune invitation ne part avant que vous ne continuiez').waitFor();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('La reprise continue.').waitFor();
    await page.getByRole('button', { name: 'Mettre en pause' }).waitFor();
  });
});

test('what became impossible since the check is listed by its line; a file is discarded after a question', async () => {
  const checked = [await check(manager.client, fortuna.id, family('Dubois'))];
  checked.push(await check(manager.client, fortuna.id, family('Dubois')));
  checked.push(await check(manager.client, fortuna.id, family('Evrard')));
  const [first, second, third] = checked.map(({ body }) => `/onboardings/${body.id}`);
  const start = async (page: Opened['page']) => {
    await page.getByRole('checkbox', { name: /donnés pour toujours/ }).check();
    await page.getByRole('button', { name: 'Créer 1 dossier' }).click();
  };
  await as(manager.client, first!, async (page) => {
    await start(page);
    await page.getByText('1 dossier a été créé.').waitFor();
  });
  await as(manager.client, second!, async (page) => {
    await start(page);
    await page.getByRole('heading', { name: '1 dossier non créé' }).waitFor();
    await page.getByRole('cell', { name: 'Le cabinet a déjà un dossier de ce nom.' }).waitFor();
  });
  await as(manager.client, third!, async (page) => {
    await page.getByRole('button', { name: 'Abandonner ce fichier' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Rien n’a été créé').waitFor();
    await dialog.getByRole('button', { name: 'Abandonner ce fichier' }).click();
    await page.getByText('Le fichier est abandonné.').waitFor();
    await page.getByRole('heading', { name: 'Reprendre des dossiers à partir d’un fichier' }).waitFor();
    await expect.poll(() => page.locator(`a[href="${third}"]`).count()).toBe(0);
  });
});

test('R1: support onboards nothing, and is told who does', async () => {
  const support = await member(world, fortuna, 'support');
  await as(support.client, '/onboardings', async (page) => {
    await page.getByText('Votre rôle ne le permet pas : adressez-vous à un administrateur.').waitFor();
    await expect.poll(() => page.locator('input[type=file]').count()).toBe(0);
  });
});
