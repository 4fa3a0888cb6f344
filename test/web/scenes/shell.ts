import type { Scene } from './scene.ts';

export const shell: Scene[] = [
  {
    name: 'shell-outage',
    by: 'manager@demo.test',
    path: '/',
    async open(page, t) {
      await page.getByRole('link', { name: 'Famille Lefèvre' }).waitFor();
      await page.route('**/api/**', (route) => route.abort('connectionrefused'));
      await page.getByRole('link', { name: 'Famille Lefèvre' }).click();
      await page.getByText(t('shell.outage.text')).waitFor();
    },
  },
  {
    name: 'shell-broken-page',
    by: 'manager@demo.test',
    path: '/team',
    async open(page, t) {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.route('**/assets/*.js', (route) => route.abort());
      await page.getByRole('link', { name: t('shell.name') }).click();
      await page.getByText(t('shell.broken.text')).waitFor();
    },
  },
  {
    name: 'shell-skip-link',
    by: 'jeanne@demo.test',
    path: '/',
    async open(page, t) {
      await page.getByRole('link', { name: 'Famille Dupont-Martin' }).waitFor();
      await page.keyboard.press('Tab');
      await page.getByRole('link', { name: t('shell.skip') }).waitFor();
    },
  },
];
