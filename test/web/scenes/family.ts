import { gedcom } from '../../support/gedcom.ts';
import { inDossier, type Scene } from './scene.ts';

const dossier = 'Famille Dupont-Martin';
const path = inDossier(dossier, '/family');
const by = 'manager@demo.test';
const card = { name: /Jeanne Dupont/ };

export const family: Scene[] = [
  {
    name: 'family-tree',
    by,
    path,
    open: (page) => page.getByRole('button', card).waitFor(),
  },
  {
    name: 'family-tree-small',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', card).focus();
      for (const wait of [1, 2, 3]) {
        await page.keyboard.press('-');
        if (wait === 3) await page.getByRole('button', { name: 'Jeanne Dupont', exact: true }).waitFor();
      }
      await page.getByRole('button', { name: t('tree.zoom.in') }).waitFor();
    },
  },
  {
    name: 'family-tree-find',
    by,
    path,
    async open(page, t) {
      await page.getByRole('combobox', { name: t('tree.find.label') }).fill('ines');
      await page.getByRole('option', { name: /Inès/ }).waitFor();
    },
  },
  {
    name: 'family-tree-reader',
    by: 'hugo@demo.test',
    path,
    open: (page) => page.getByRole('button', card).waitFor(),
  },
  {
    name: 'family-list',
    by,
    path,
    async open(page, t) {
      await page.getByText(t('tree.list'), { exact: true }).click();
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'family-person',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', card).click();
      await page.getByRole('dialog').getByText(t('family.unions')).waitFor();
    },
  },
  {
    name: 'family-edit-person',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', card).click();
      await page.getByRole('button', { name: t('family.edit'), exact: true }).click();
      await page.getByRole('dialog').getByLabel(t('family.birthDate')).waitFor();
    },
  },
  {
    name: 'family-add-child',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', card).click();
      await page.getByRole('button', { name: t('family.add.child') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('family.firstName')).fill('Zoé');
      await dialog.getByLabel(t('family.lastName'), { exact: true }).fill('Martin');
      await dialog.getByLabel(t('family.birthDate')).fill('1950-01-01');
      await dialog.getByRole('button', { name: t('family.save') }).click();
      await dialog.getByText(t('problems.fields.born_before_parent')).waitFor();
    },
  },
  {
    name: 'family-add-partner',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: /Thomas Martin/ }).click();
      await page.getByRole('button', { name: t('family.add.partner') }).click();
      await page.getByRole('dialog').getByLabel(t('family.unionKind')).waitFor();
    },
  },
  {
    name: 'family-edit-union',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', card).click();
      await page.getByRole('button', { name: t('family.editUnion', { name: 'Paul Martin' }) }).click();
      await page.getByRole('dialog').getByLabel(t('family.regime')).waitFor();
    },
  },
  {
    name: 'family-remove-person',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: /Jules Martin/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('family.remove'), exact: true })
        .click();
      await page.getByText(t('family.removing.person', { names: 'Jules Martin' })).waitFor();
    },
  },
  {
    name: 'family-remove-refused',
    by,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: /Sofie Peeters/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('family.remove'), exact: true })
        .click();
      const question = page
        .getByRole('dialog')
        .filter({ hasText: t('family.removing.person', { names: 'Sofie Peeters' }) });
      await question.getByRole('button', { name: t('family.remove') }).click();
      await page.getByText(t('family.refused.person_has_access')).waitFor();
    },
  },
  {
    name: 'gedcom-preview',
    by,
    path: inDossier(dossier, '/family/import'),
    async open(page, t) {
      await page.locator('input[type=file]').setInputFiles({
        name: 'dupont.ged',
        mimeType: 'text/plain',
        buffer: Buffer.from(
          gedcom(
            '0 @I1@ INDI\n1 NAME Berthe /Dupont/\n1 BIRT\n2 DATE ABT 1901\n1 NOTE Tante\n0 @I2@ INDI\n1 NAME Léon /Dupont/\n1 BIRT\n2 DATE 3 MAY 1899',
          ),
        ),
      });
      await page.getByText(t('family.gedcom.leftOut')).waitFor();
    },
  },
  {
    name: 'gedcom-refused',
    by,
    path: inDossier(dossier, '/family/import'),
    async open(page, t) {
      await page.locator('input[type=file]').setInputFiles({
        name: 'wrong.ged',
        mimeType: 'text/plain',
        buffer: Buffer.from('0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\nBerthe\n0 TRLR\n'),
      });
      await page.getByText(t('problems.file.title')).waitFor();
    },
  },
  {
    name: 'access-rights-tree',
    by,
    path: inDossier(dossier, '/access-rights'),
    async open(page, t) {
      await page.getByText(t('tree.tree'), { exact: true }).click();
      await page.getByRole('button', card).waitFor();
    },
  },
];
