import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '../../src/domain/capabilities.ts';
import { reasons } from '../../src/domain/explanation.ts';
import { languages } from '../../src/domain/words.ts';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { pageTexts } from '../support/page-texts.ts';
import {
  advisor,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  person,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let dupont: Dossier;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  dupont = await dossier(manager);
  await insider(world, manager, dupont, dupont.holderId);
  await give(manager, dupont, await person(manager, dupont, { firstName: 'Léa', lastName: 'Dupont' }));
  await person(manager, dupont, { firstName: 'Hugo', lastName: 'Dupont' });
  const notary = await advisor(manager, dupont);
  await manager.client.put(`${dupont.path}/access-rights/advisors/${notary.id}`, { right: 'read_write' });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

for (const language of languages) {
  test(`every reason and every action is said in ${language}`, async () => {
    const t = await pageTexts(language);
    const texts = [
      ...Object.keys(reasons).map((reason) => t(`explain.reasons.${reason}`)),
      ...actions.map((action) => t(`explain.actions.${action}`)),
    ];
    expect(texts.filter((text) => text.startsWith('explain.'))).toEqual([]);
  });
}

/** Asks in the page opened at a tab, and compares with what the API answers. */
async function asking(tab: string, questions: [who: string, what: string, answer: string, why: string][]) {
  const { page, errors, close } = await openPage(browser, world);
  try {
    await takeSession(page, world, manager.client);
    await page.goto(`/dossiers/${dupont.id}/${tab}`);
    await page.getByRole('button', { name: 'Expliquer un accès' }).click();
    const dialog = page.getByRole('dialog');
    for (const [who, what, answer, why] of questions) {
      await dialog.getByLabel('Personne', { exact: true }).selectOption({ label: who });
      await dialog.getByLabel('Action').selectOption({ label: what });
      await dialog.getByText(answer).waitFor();
      await dialog.getByText(why).waitFor();
    }
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

test('the manager asks why somebody may or may not, and gets the reason in plain words (issue 6.6)', () =>
  asking('access-rights', [
    [
      'Jeanne Dupont',
      'Créer des simulations',
      'Oui, Jeanne Dupont peut créer des simulations',
      'Son rôle et son droit dans le dossier le permettent.',
    ],
    [
      'Jeanne Dupont',
      'Modifier et retirer l’accès de la famille',
      'Non, Jeanne Dupont ne peut pas modifier et retirer l’accès de la famille',
      'Seul le chargé du dossier le peut.',
    ],
    [
      'Léa Dupont',
      'Lire les rapports',
      'Non, Léa Dupont ne peut pas lire les rapports',
      'le compte n’est pas encore créé',
    ],
    [
      'Hugo Dupont',
      'Lire les rapports',
      'Non, Hugo Dupont ne peut pas lire les rapports',
      'Cette personne n’a pas d’accès',
    ],
    [
      'Ada Admin',
      'Lire les rapports',
      'Non, Ada Admin ne peut pas lire les rapports',
      'Le dossier n’est pas ouvert à ce membre',
    ],
  ]));

test('an advisor who has accepted, asked about from the settings: each role says what it allows (R7)', async () => {
  const other = await dossier(manager);
  const cousin = await insider(world, manager, other, other.holderId);
  expect(cousin.id).toBeTruthy();
  await asking('settings', [
    [
      'Jeanne Dupont',
      'Lire les rapports',
      'Oui, Jeanne Dupont peut lire les rapports',
      'Titulaire (lecture et écriture) : le permet',
    ],
  ]);
});
