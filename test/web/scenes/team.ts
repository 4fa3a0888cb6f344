import type { TFunction } from 'i18next';
import type { Page } from 'playwright-core';
import type { Scene } from './scene.ts';

const choose = async (page: Page, t: TFunction, name: string, action: string) => {
  await page.getByRole('button', { name: t('team.actions', { name }) }).click();
  await page.getByRole('menuitem', { name: action }).click();
  await page.getByRole('dialog').waitFor();
  await page.locator('[role=menu]').waitFor({ state: 'detached' });
};
const admin = { by: 'admin@demo.test', path: '/team' };

export const team: Scene[] = [
  {
    name: 'team',
    ...admin,
    open: (page) => page.getByText('nele@demo.test').waitFor(),
  },
  {
    name: 'team-reader',
    by: 'support@demo.test',
    path: '/team',
    open: (page, t) => page.getByText(t('team.readsOnly')).waitFor(),
  },
  {
    name: 'team-menu',
    ...admin,
    async open(page, t) {
      await page.getByRole('button', { name: t('team.actions', { name: 'Nele Beheer' }) }).click();
      await page.getByRole('menuitem', { name: t('team.remove') }).waitFor();
    },
  },
  {
    name: 'add-member',
    ...admin,
    async open(page, t) {
      await page.getByRole('button', { name: t('team.add') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('team.invite') })
        .click();
      await page.getByText(t('right.emailNeeded')).waitFor();
    },
  },
  {
    name: 'edit-own-member',
    ...admin,
    async open(page, t) {
      await choose(page, t, 'Alice Admin', t('team.edit'));
      await page.getByText(t('team.hindrance.lastAdmin')).waitFor();
    },
  },
  {
    name: 'remove-manager',
    ...admin,
    async open(page, t) {
      await choose(page, t, 'Marc Gestion', t('team.remove'));
      await page.getByText(t('team.managesWhy')).waitFor();
    },
  },
  {
    name: 'remove-member',
    ...admin,
    async open(page, t) {
      await choose(page, t, 'Sam Soutien', t('team.remove'));
      await page.getByText(t('team.leaves', { name: 'Sam Soutien' })).waitFor();
    },
  },
];
