import type { Scene } from './scene.ts';

export const signingIn: Scene[] = [
  {
    name: 'sign-in',
    by: null,
    path: '/sign-in',
    open: (page, t) => page.getByRole('button', { name: t('signIn.next') }).waitFor(),
  },
  {
    name: 'forgotten-password',
    by: null,
    path: '/forgotten-password',
    open: (page, t) => page.getByRole('heading', { name: t('forgotten.title') }).waitFor(),
  },
  {
    name: 'new-password',
    by: null,
    path: '/reset-password?token=x',
    async open(page, t) {
      await page.getByLabel(t('password.label')).fill('correct horse');
      await page.getByRole('status').getByText(/./).waitFor();
    },
  },
  {
    name: 'no-such-page',
    by: 'manager@demo.test',
    path: '/nowhere',
    open: (page, t) => page.getByRole('heading', { name: t('noSuchPage.title') }).waitFor(),
  },
];
