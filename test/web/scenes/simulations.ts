import type { TimeWorld } from '../../support/time-world.ts';
import { emptyDossier } from './empty-dossier.ts';
import { inDossier, type Scene } from './scene.ts';

const family = 'Famille Dupont-Martin';
const path = inDossier(family, '/simulations');

/** The ids of the family's two simulations, the older first. */
const two = (world: TimeWorld) => world.owner<{ id: string }[]>`
  select s.id from simulations s join dossiers d on d.id = s.dossier_id
  where d.name = ${family} and s.removed_at is null order by s.id limit 2`;

/** The address of the simulation in which the house is given. */
const gift = async (world: TimeWorld) => `${await path(world)}/${(await two(world))[1]!.id}`;

export const simulations: Scene[] = [
  {
    name: 'simulations',
    by: 'manager@demo.test',
    path,
    open: (page, t) => page.getByRole('link', { name: t('simulations.create') }).waitFor(),
  },
  {
    name: 'simulations-advisor',
    by: 'notary@demo.test',
    path,
    open: (page, t) => page.getByText(t('createsNothing.advisor')).waitFor(),
  },
  {
    name: 'simulations-empty',
    by: 'manager@demo.test',
    path: async (world) => `${await emptyDossier(world)}/simulations`,
    open: (page, t) => page.getByText(t('simulations.none')).waitFor(),
  },
  {
    name: 'simulations-menu',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page
        .getByRole('button', { name: t('simulations.actions', { name: 'Sans rien changer' }) })
        .click();
      await page.getByRole('menuitem', { name: t('simulations.asNew') }).waitFor();
    },
  },
  {
    name: 'simulation-rename',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page
        .getByRole('button', { name: t('simulations.actions', { name: 'Sans rien changer' }) })
        .click();
      await page.getByRole('menuitem', { name: t('simulations.rename') }).click();
      await page.getByRole('dialog').getByLabel(t('simulations.name')).waitFor();
    },
  },
  {
    name: 'simulation-remove',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page
        .getByRole('button', { name: t('simulations.actions', { name: 'Sans rien changer' }) })
        .click();
      await page.getByRole('menuitem', { name: t('simulations.remove') }).click();
      await page.getByText(t('simulations.removeText')).waitFor();
    },
  },
  {
    name: 'simulation-new',
    by: 'manager@demo.test',
    path: async (world) => `${await path(world)}/new`,
    open: (page, t) => page.getByRole('button', { name: t('simulations.calculate') }).waitFor(),
  },
  {
    name: 'simulation-variant',
    by: 'manager@demo.test',
    path: async (world) => `${await path(world)}/new?from=${(await two(world))[1]!.id}`,
    async open(page, t) {
      const death = page.getByRole('group', { name: t('simulations.deathNumber', { number: 2 }) });
      await death.getByRole('switch').check();
      await death.getByText(t('simulations.heirsText')).waitFor();
    },
  },
  {
    name: 'simulation-flaws',
    by: 'manager@demo.test',
    path: async (world) => `${await path(world)}/new`,
    async open(page, t) {
      await page.getByRole('button', { name: t('simulations.addDonation') }).click();
      await page.getByRole('button', { name: t('simulations.calculate') }).click();
      await page.getByText(t('problems.fields.required')).first().waitFor();
    },
  },
  {
    name: 'simulation',
    by: 'manager@demo.test',
    path: gift,
    open: async (page) => {
      await page.locator('.recharts-bar-rectangle').last().waitFor({ state: 'attached' });
      await page.locator('.recharts-curve').last().waitFor();
    },
  },
  {
    name: 'simulation-tables',
    by: 'notary@demo.test',
    path: gift,
    async open(page, t) {
      await page.locator('.recharts-bar-rectangle').last().waitFor({ state: 'attached' });
      for (const summary of await page.getByText(t('simulations.asTable')).all()) await summary.click();
      await page.getByRole('figure').first().getByRole('table').waitFor();
    },
  },
  {
    name: 'simulations-compared',
    by: 'manager@demo.test',
    async path(world) {
      const [first, second] = await two(world);
      return `${await path(world)}/compare?s=${first!.id}&s=${second!.id}`;
    },
    async open(page) {
      await page.locator('.recharts-curve').last().waitFor();
    },
  },
];
