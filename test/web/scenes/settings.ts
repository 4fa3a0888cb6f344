import { demoPassword, team } from '../../../src/dev/demo/team.ts';
import { signIn } from '../../support/people.ts';
import type { TimeWorld } from '../../support/time-world.ts';
import { inDossier, type Scene } from './scene.ts';

const path = inDossier('Famille Dupont-Martin', '/settings');

/** A dossier of the demo's manager that is closed: made once for each world. */
const closed = new WeakMap<TimeWorld, Promise<string>>();

async function closeOne(world: TimeWorld): Promise<string> {
  const client = await signIn(world, team.second, demoPassword);
  const holder = { firstName: 'Ada', lastName: 'Close' };
  const { body } = await client.post('/api/dossiers', { name: 'Famille Close', holder });
  const headers = { 'If-Match': `"${body.version}"` };
  await client.post(`/api/dossiers/${body.id}/close`, undefined, { headers });
  return `/dossiers/${body.id}/settings`;
}

function closedDossier(world: TimeWorld): Promise<string> {
  const made = closed.get(world) ?? closeOne(world);
  closed.set(world, made);
  return made;
}

export const settings: Scene[] = [
  {
    name: 'settings-manager',
    by: team.manager.email,
    path,
    async open(page, t) {
      await page.getByRole('radio', { name: t('settings.team.listed') }).waitFor();
      await page.getByRole('checkbox').first().check();
    },
  },
  {
    name: 'settings-hand-over',
    by: team.manager.email,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('settings.manager.handOver') }).click();
      const choice = page.getByRole('dialog').getByLabel(t('settings.manager.to'));
      await choice.selectOption({ index: 1 });
    },
  },
  {
    name: 'settings-close',
    by: team.manager.email,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('settings.closing.close') }).click();
      await page.getByRole('dialog').getByText(t('settings.closing.closeMeans')).waitFor();
    },
  },
  {
    name: 'settings-closed',
    by: team.second.email,
    path: closedDossier,
    open: (page, t) => page.getByRole('button', { name: t('settings.closing.reopen') }).waitFor(),
  },
  {
    name: 'settings-admin-without-access',
    by: team.admin.email,
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('settings.self.give') }).waitFor();
      await page.getByText(t('settings.team.nobody')).waitFor();
    },
  },
];
