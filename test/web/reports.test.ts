import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderApart } from '../../src/activities/reports/renderer.ts';
import { reportFailed } from '../../src/db/queries/reports.ts';
import { readPdf } from '../activities/reports/read-pdf.ts';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Somebody;
let where: Dossier;

beforeAll(async () => {
  world = await createWorld();
  // The real one: what is previewed is what a family would get.
  world.render = renderApart;
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
  where = await dossier(manager);
  await person(manager, where, { firstName: 'Léa', lastName: 'Dupont' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function at(work: (opened: Opened) => Promise<void>) {
  const opened = await openPage(browser, world);
  opened.page.setDefaultTimeout(20_000);
  try {
    await takeSession(opened.page, world, manager.client);
    await opened.page.goto(`/dossiers/${where.id}/reports`);
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const reports = async () => (await manager.client.get(`${where.path}/reports`)).body.items;

test('a report is asked for, watched while it is made, previewed and downloaded (6)', () =>
  at(async ({ page }) => {
    await page.getByText('Aucun rapport pour l’instant').waitFor();
    await page.getByRole('button', { name: 'Demander un rapport' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('Langue du rapport').inputValue()).toBe('fr');
    await dialog.getByLabel('Indiquer aussi qui a accès au dossier').check();
    await dialog.getByRole('button', { name: 'Demander', exact: true }).click();
    await page.getByText('Le rapport est demandé.').waitFor();
    await page.getByText('En attente').waitFor();
    await page.getByRole('progressbar').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Aperçu' }).count()).toBe(0);
    await world.deliver();
    await page.getByText('Le rapport est prêt.').waitFor();
    const [made] = await reports();
    expect(made).toMatchObject({ state: 'ready', language: 'fr', withAccess: true, simulationId: null });
    await page.getByText('En français · avec les droits d’accès').waitFor();

    const answer = await manager.client.get(`${where.path}/reports/${made.id}/pdf`);
    expect(answer.status).toBe(200);
    await page.getByRole('button', { name: 'Aperçu' }).click();
    const first = page.getByRole('region', { name: /^Page 1 sur \d+$/ });
    await first.locator('canvas[data-drawn]').waitFor();
    // It isn't a blank sheet.
    const inks = await page.evaluate<number>(`(() => {
      const { width, height } = document.querySelector('canvas[data-drawn]');
      const drawing = document.querySelector('canvas[data-drawn]').getContext('2d');
      return new Set(drawing.getImageData(0, 0, width, height).data.filter((_, i) => i % 4 === 0)).size;
    })()`);
    expect(inks).toBeGreaterThan(10);
    // Who can't see it hears, and everybody can search, what is written there.
    await expect.poll(() => first.innerText()).toContain('Famille Dupont');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Famille Dupont \d{4}-\d\d-\d\d\.pdf$/);
    const read = await readPdf(await readFile((await download.path())!));
    expect(read.text).toContain('Famille Dupont');
    expect(read.language).toMatch(/^fr/);
  }));

test('one that couldn’t be made says so, and is asked for again with the same in it', async () => {
  const { id } = (await manager.client.post(`${where.path}/reports`, { language: 'nl' })).body;
  await world.owner`delete from owed`;
  await reportFailed(world.db, id);
  await at(async ({ page }) => {
    await page.getByText('Le rapport n’a pas pu être créé. Réessayez').waitFor();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('Le rapport est demandé.').waitFor();
    await expect
      .poll(async () => (await reports()).map(({ state }: { state: string }) => state))
      .toEqual(['queued', 'ready']);
    await world.deliver();
    await page.getByText('Le rapport est prêt.').waitFor();
    const [again] = await reports();
    expect([again.language, again.state, again.id === id]).toEqual(['nl', 'ready', false]);
  });
});

test('a report is deleted after its consequences were read', () =>
  at(async ({ page }) => {
    const before = await reports();
    await page.getByRole('button', { name: 'Supprimer' }).first().click();
    const question = page.getByRole('dialog');
    await question.getByText('Cela ne s’annule pas.').waitFor();
    expect(await reports()).toEqual(before);
    await question.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByText(/^« Rapport du .* » est supprimé\.$/).waitFor();
    expect(await reports()).toEqual(before.slice(1));
  }));

test('in a closed dossier reports are read, and none is asked for, for the reason given (R16)', async () => {
  await world.owner`update dossiers set closed_at = now() where id = ${where.id}`;
  await at(async ({ page }) => {
    await page.getByText('Le dossier est clos : tout se lit encore, rien ne se crée.').waitFor();
    await page.getByRole('link', { name: 'Télécharger' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Demander un rapport' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: 'Supprimer' }).count()).toBe(0);
  });
});
