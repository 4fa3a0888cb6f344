import { inDossier, type Scene } from './scene.ts';

const path = inDossier('Famille Dupont-Martin', '/access-rights');

export const accessRights: Scene[] = [
  {
    name: 'access-rights-manager',
    by: 'manager@demo.test',
    path,
    open: (page, t) => page.getByRole('button', { name: t('advisor.add') }).waitFor(),
  },
  {
    name: 'access-rights-holder',
    by: 'jeanne@demo.test',
    path,
    open: (page, t) => page.getByText(t('access.may.give')).waitFor(),
  },
  {
    name: 'right-dialog',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('access.edit', { name: 'Jeanne Dupont' }) }).click();
      await page.getByRole('dialog').getByText(t('right.forEver')).waitFor();
    },
  },
  {
    name: 'add-advisor',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('advisor.add') }).click();
      await page.getByRole('dialog').getByLabel(t('advisor.firstName')).waitFor();
    },
  },
];
