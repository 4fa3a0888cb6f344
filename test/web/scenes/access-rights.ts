import type { TFunction } from 'i18next';
import type { Page } from 'playwright-core';
import { emptyDossier } from './empty-dossier.ts';
import { inDossier, type Scene } from './scene.ts';

const path = inDossier('Famille Dupont-Martin', '/access-rights');
const manager = { by: 'manager@demo.test', path };

const openDialog = (page: Page, t: TFunction, name: string) =>
  page.getByRole('button', { name: t('access.edit', { name }) }).click();
const openLevels = (page: Page, t: TFunction, name: string, right: 'read_only' | 'read_write') =>
  page.getByRole('button', { name: t('access.level', { name, right: t(`rights.${right}`) }) }).click();
const previewed = (page: Page) => page.frameLocator('iframe').locator('h1').waitFor();

export const accessRights: Scene[] = [
  {
    ...manager,
    name: 'access-rights-manager',
    open: (page, t) => page.getByRole('button', { name: t('advisor.add') }).waitFor(),
  },
  {
    name: 'access-rights-holder',
    by: 'jeanne@demo.test',
    path,
    open: (page, t) => page.getByText(t('access.may.give')).waitFor(),
  },
  {
    name: 'access-rights-empty',
    by: 'manager@demo.test',
    path: async (world) => `${await emptyDossier(world)}/access-rights`,
    open: (page, t) => page.getByText(t('access.noPersons')).waitFor(),
  },
  {
    ...manager,
    name: 'access-rights-search',
    async open(page, t) {
      await page.getByLabel(t('access.search')).fill('ines');
      await page.getByText(t('access.noneFound')).waitFor();
    },
  },
  {
    ...manager,
    name: 'access-rights-levels',
    async open(page, t) {
      await openLevels(page, t, 'Hugo Martin', 'read_only');
      await page.getByRole('menuitem', { name: t('right.withdraw') }).waitFor();
    },
  },
  {
    ...manager,
    name: 'access-rights-withdrawing',
    async open(page, t) {
      await openLevels(page, t, 'Hugo Martin', 'read_only');
      await page.getByRole('menuitem', { name: t('right.withdraw') }).click();
      await page.getByText(t('access.withdrawal.open', { name: 'Hugo Martin' })).waitFor();
    },
  },
  {
    ...manager,
    name: 'right-dialog',
    async open(page, t) {
      await openDialog(page, t, 'Jeanne Dupont');
      await page.getByRole('dialog').getByText(t('right.forEver')).waitFor();
      await page.getByText(t('right.preview.unchanged')).waitFor();
    },
  },
  {
    ...manager,
    name: 'right-dialog-giving',
    async open(page, t) {
      await openDialog(page, t, 'Inès Benali');
      await page.getByLabel(t('right.email')).fill('ines@demo.test');
      await page.getByLabel(t('right.phone')).fill('+32470000077');
      await page.getByLabel(t('right.message')).fill('Chère Inès,\nvoici notre dossier de famille.');
      await previewed(page);
    },
  },
  {
    ...manager,
    name: 'right-dialog-corrected',
    async open(page, t) {
      await openDialog(page, t, 'Anne Lambert');
      await page.getByLabel(t('right.email')).fill('anne@demo');
      await page.getByRole('button', { name: t('right.save') }).click();
      await page.getByText(t('right.emailNeeded')).waitFor();
    },
  },
  {
    ...manager,
    name: 'right-dialog-address-taken',
    async open(page, t) {
      await openDialog(page, t, 'Sam Benali');
      await page.getByLabel(t('right.email')).fill('paul@demo.test');
      await page.getByLabel(t('right.phone')).fill('+32470000078');
      await page.getByRole('button', { name: t('right.save') }).click();
      await page.getByText(t('right.addressTaken', { name: 'Paul Martin' })).waitFor();
    },
  },
  {
    ...manager,
    name: 'right-dialog-leaving',
    async open(page, t) {
      await openDialog(page, t, 'Inès Benali');
      await page.getByLabel(t('right.email')).fill('ines@demo.test');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').getByText(t('leave.text')).waitFor();
    },
  },
  {
    ...manager,
    name: 'right-dialog-withdrawing',
    async open(page, t) {
      await openDialog(page, t, 'Nora Notaire');
      await page.getByRole('radio', { name: t('rights.none') }).check();
      await previewed(page);
    },
  },
  {
    ...manager,
    name: 'add-advisor',
    async open(page, t) {
      await page.getByRole('button', { name: t('advisor.add') }).click();
      await page.getByRole('dialog').getByLabel(t('advisor.firstName')).waitFor();
    },
  },
  {
    ...manager,
    name: 'edit-advisor',
    async open(page, t) {
      await page.getByRole('button', { name: t('advisor.more', { name: 'Nora Notaire' }) }).click();
      await page.getByRole('menuitem', { name: t('advisor.edit') }).click();
      await page.getByRole('dialog').getByLabel(t('advisor.firstName')).waitFor();
    },
  },
  {
    name: 'remove-advisor',
    by: 'manager@demo.test',
    path: inDossier('Famille Lefèvre', '/access-rights'),
    async open(page, t) {
      const name = 'Luc Moreau';
      await page.getByRole('button', { name: t('advisor.more', { name }) }).click();
      await page.getByRole('menuitem', { name: t('advisor.remove') }).click();
      await page.getByRole('dialog').getByText(t('advisor.removeText', { name })).waitFor();
    },
  },
];
