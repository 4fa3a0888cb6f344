import { inDossier, type Scene } from './scene.ts';

export const dossiers: Scene[] = [
  {
    name: 'dossiers-manager',
    by: 'manager@demo.test',
    path: '/',
    open: (page) => page.getByRole('link', { name: 'Famille Dupont-Martin' }).waitFor(),
  },
  {
    name: 'dossiers-admin',
    by: 'admin@demo.test',
    path: '/',
    open: (page) => page.getByRole('link', { name: 'Familie Peeters' }).waitFor(),
  },
  {
    name: 'dossiers-absent-manager',
    by: 'admin@demo.test',
    path: '/?manager=absent',
    open: (page, t) => page.getByText(t('dossiers.noneAbsent')).waitFor(),
  },
  {
    name: 'dossiers-client',
    by: 'jeanne@demo.test',
    path: '/',
    open: (page) => page.getByRole('link', { name: 'Famille Dupont-Martin' }).waitFor(),
  },
  {
    name: 'dossiers-none',
    by: 'support@demo.test',
    path: '/',
    async open(page, t) {
      // In the demo everybody has a dossier.
      await page.route('**/api/dossiers?*', (route) =>
        route.fulfill({ json: { items: [], nextCursor: null } }),
      );
      await page.reload();
      await page.getByText(t('dossiers.none.support')).waitFor();
    },
  },
  {
    name: 'dossiers-none-manager',
    by: 'manager@demo.test',
    path: '/',
    async open(page, t) {
      await page.route('**/api/dossiers?*', (route) =>
        route.fulfill({ json: { items: [], nextCursor: null } }),
      );
      await page.reload();
      await page.getByText(t('dossiers.none.creates')).waitFor();
    },
  },
  {
    name: 'new-dossier',
    by: 'manager@demo.test',
    path: '/',
    async open(page, t) {
      await page.getByRole('button', { name: t('newDossier.title') }).click();
      await page.getByRole('switch', { name: t('newDossier.isCouple') }).check({ force: true });
      await page.getByRole('group', { name: t('newDossier.coHolder') }).waitFor();
    },
  },
  {
    name: 'hand-over-dossiers',
    by: 'admin@demo.test',
    path: '/',
    async open(page, t) {
      await page.getByRole('button', { name: t('dossiers.handOver.open') }).click();
      await page.getByRole('dialog').getByLabel('Familie Peeters').check();
    },
  },
  {
    name: 'leave-menu',
    by: 'hugo@demo.test',
    path: inDossier('Famille Dupont-Martin', '/family'),
    async open(page, t) {
      await page
        .getByRole('button', { name: t('leaveDossier.more', { name: 'Famille Dupont-Martin' }) })
        .click();
      await page.getByRole('menuitem', { name: t('leaveDossier.leave') }).waitFor();
    },
  },
  {
    name: 'leave-dossier',
    by: 'lea@demo.test',
    path: '/',
    async open(page, t) {
      await page
        .getByRole('button', { name: t('leaveDossier.more', { name: 'Famille Dupont-Martin' }) })
        .click();
      await page.getByRole('menuitem', { name: t('leaveDossier.leave') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('leaveDossier.leave') })
        .waitFor();
    },
  },
  {
    name: 'no-such-dossier',
    by: 'jeanne@demo.test',
    path: '/dossiers/00000000-0000-7000-8000-000000000000',
    open: (page, t) => page.getByRole('heading', { name: t('dossiers.noSuch.title') }).waitFor(),
  },
];
