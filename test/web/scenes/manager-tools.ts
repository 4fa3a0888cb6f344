import type { TFunction } from 'i18next';
import type { Page } from 'playwright-core';
import { inDossier, type Scene } from './scene.ts';

const by = 'manager@demo.test';
const path = inDossier('Famille Dupont-Martin', '/access-rights');

/** Begins to see the dossier as somebody of the demo. */
async function seeAs(page: Page, t: TFunction, label: string) {
  await page.getByRole('button', { name: t('view.open') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('view.who')).selectOption({ label });
  return dialog.getByRole('button', { name: t('view.begin') });
}

async function explain(page: Page, t: TFunction, label: string, action: string) {
  await page.getByRole('button', { name: t('explain.open') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('explain.who'), { exact: true }).selectOption({ label });
  await dialog.getByLabel(t('explain.what'), { exact: true }).selectOption(action);
  await dialog
    .getByText(new RegExp(`${label} `))
    .last()
    .waitFor();
}

export const managerTools: Scene[] = [
  {
    name: 'history',
    by,
    path: inDossier('Famille Dupont-Martin', '/history'),
    open: (page) => page.getByRole('listitem').nth(20).waitFor(),
  },
  {
    name: 'history-nothing-found',
    by,
    path: inDossier('Famille Lefèvre', '/history'),
    async open(page, t) {
      await page.getByLabel(t('history.kind')).selectOption('advisors');
      await page.getByText(t('history.noneOfThese')).waitFor();
    },
  },
  {
    name: 'several-rights',
    by,
    path: inDossier('Famille Lefèvre', '/access-rights'),
    async open(page, t) {
      await page.getByRole('button', { name: t('severalRights.open') }).click();
      const dialog = page.getByRole('dialog');
      for (const name of [/Claire/, /Antoine/, /Moreau/]) {
        await dialog.getByRole('checkbox', { name }).first().check();
      }
      await dialog.getByLabel(t('severalRights.until')).fill('2050-06-30');
      await dialog.getByLabel(t('severalRights.message')).fill('Bonjour à tous');
      await dialog.getByLabel(t('severalRights.previewOf')).selectOption({ index: 2 });
      await page.frameLocator('iframe').getByText('Bonjour à tous').waitFor();
      await dialog.getByRole('button', { name: t('severalRights.save', { count: 3 }) }).click();
      await dialog.getByText(t('right.understoodNeeded')).waitFor();
    },
  },
  {
    name: 'view-as-dialog',
    by,
    path,
    open: async (page, t) => (await seeAs(page, t, 'Nora Notaire')).waitFor(),
  },
  {
    name: 'view-as',
    by,
    path,
    async open(page, t) {
      await (await seeAs(page, t, 'Jeanne Dupont')).click();
      await page.getByText(t('view.seenAs', { name: 'Jeanne Dupont' })).waitFor();
      await page.getByText(t('roles.holder')).first().waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'explain-may',
    by,
    path,
    open: (page, t) => explain(page, t, 'Jeanne Dupont', 'familyAccess.give'),
  },
  {
    name: 'explain-may-not',
    by,
    path: inDossier('Famille Dupont-Martin', '/settings'),
    open: (page, t) => explain(page, t, 'Nora Notaire', 'simulations.create'),
  },
];
