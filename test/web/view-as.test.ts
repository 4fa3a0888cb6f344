import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { advisor, type Dossier, dossier, firm, insider, member, person } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Awaited<ReturnType<typeof member>>;
let dupont: Dossier;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  const fortuna = await firm(world);
  manager = await member(world, fortuna);
  dupont = await dossier(manager);
  await person(manager, dupont, { firstName: 'Léa', lastName: 'Dupont' });
  await insider(world, manager, dupont, dupont.holderId);
  const notary = await advisor(manager, dupont);
  await manager.client.put(`${dupont.path}/access-rights/advisors/${notary.id}`, { right: 'read_write' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Begins to see the dossier as somebody, in the manager's page; the page has to have behaved. */
async function seenAs(name: string, work: (page: Page) => Promise<void>) {
  const { page, errors, close } = await openPage(browser, world);
  try {
    await takeSession(page, world, manager.client);
    await page.goto(`/dossiers/${dupont.id}/access-rights`);
    await page.getByRole('button', { name: 'Voir comme…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('C’est inscrit dans l’historique').waitFor();
    await dialog.getByLabel('Personne').selectOption({ label: name });
    await dialog.getByRole('button', { name: 'Voir le dossier' }).click();
    await page.getByText(`Vous voyez le dossier comme ${name} le voit`).waitFor();
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const tabs = (page: Page) => page.getByRole('tab').allTextContents();
/** What the page asks the API from within itself, as a button that is wrongly there would. */
const viewHeaders = (page: Page) => {
  const seen: (string | undefined)[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(`/api/dossiers/${dupont.id}`)) seen.push(request.headers()['view-as']);
  });
  return seen;
};

test('the manager sees the dossier as an advisor: his tabs, his role, nothing to write; then as himself again', () =>
  seenAs('Nora Notaire', async (page) => {
    await page.getByText('Rôle : Conseiller (lecture et écriture)').waitFor();
    for (const name of ['Droits d’accès', 'Historique', 'Paramètres']) {
      await expect.poll(() => page.getByRole('tab', { name }).count()).toBe(0);
    }
    const asked = viewHeaders(page);
    await page.reload();
    await page.getByText('Vous voyez le dossier comme Nora Notaire le voit').waitFor();
    await page.getByText('Rôle : Conseiller (lecture et écriture)').waitFor();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((header) => !header)).toEqual([]);
    await expect.poll(() => page.getByRole('button', { name: /Modifier|Ajouter/ }).count()).toBe(0);

    await page.getByRole('button', { name: 'Terminer' }).click();
    await page.getByText('Vous ne voyez plus le dossier comme Nora Notaire').waitFor();
    await page.getByRole('tab', { name: 'Paramètres' }).waitFor();
    expect(await tabs(page)).toContain('Historique');
    await expect.poll(() => page.getByText(/^Vous voyez le dossier comme/).count()).toBe(0);
    const { body } = await manager.client.get(`${dupont.path}/access-rights/history`);
    expect(body.items.map(({ action }: { action: string }) => action)).toContain('viewed_as');
    const open = await world.owner`select id from views where ended_at is null`;
    expect(open).toHaveLength(0);
  }));

test('as the holder, who may give access, no line can be edited', () =>
  seenAs('Jeanne Dupont', async (page) => {
    await page.getByText('Rôle : Titulaire (lecture et écriture)').waitFor();
    await page.goto(`/dossiers/${dupont.id}/access-rights`);
    await page.getByRole('row', { name: /Léa Dupont/ }).waitFor();
    await page.getByText('Vous voyez le dossier comme Jeanne Dupont le voit').waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: /Modifier|Ajouter|Donner|Voir comme/ }).count())
      .toBe(0);
    await expect.poll(() => page.getByRole('tab', { name: 'Historique' }).count()).toBe(0);
  }));

test('a view that is over is left, and that is said (view_ended)', () =>
  seenAs('Jeanne Dupont', async (page) => {
    await world.owner`update views set ended_at = now() where ended_at is null`;
    // Whatever is read next finds out; a reload could come after that, and show nothing any more.
    await page.getByRole('tab', { name: 'Patrimoine' }).click();
    await page.getByText('Vous ne voyez plus le dossier comme Jeanne Dupont').waitFor();
    await page.getByRole('tab', { name: 'Paramètres' }).waitFor();
    await expect.poll(() => page.getByText(/^Vous voyez le dossier comme/).count()).toBe(0);
  }));

test('a view is of one dossier alone: another is the manager’s own', async () => {
  const other = await dossier(manager);
  await seenAs('Jeanne Dupont', async (page) => {
    await page.goto(`/dossiers/${other.id}/access-rights`);
    await page.getByRole('button', { name: 'Ajouter un conseiller' }).waitFor();
    await expect.poll(() => page.getByText(/^Vous voyez le dossier comme/).count()).toBe(0);
  });
});
