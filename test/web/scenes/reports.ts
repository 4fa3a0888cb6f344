import { v7 as uuidv7 } from 'uuid';
import type { TimeWorld } from '../../support/time-world.ts';
import { emptyDossier } from './empty-dossier.ts';
import { inDossier, type Scene } from './scene.ts';

const family = 'Famille Dupont-Martin';
const path = inDossier(family, '/reports');

/** Lets the family have a report that is being made, and one that couldn't be. */
async function inEveryState(world: TimeWorld) {
  const [dossier] = await world.owner<{ id: string }[]>`select id from dossiers where name = ${family}`;
  const [known] = await world.owner`
    select from reports where dossier_id = ${dossier!.id} and state = 'failed'`;
  if (!known) {
    for (const [state, progress] of [
      ['failed', 30],
      ['rendering', 60],
    ] as const) {
      await world.owner`
        insert into reports (id, dossier_id, language, with_access, state, progress, created_by, finished_at)
        select ${uuidv7()}, ${dossier!.id}, 'nl', false, ${state}, ${progress}, id,
          case when ${state} = 'failed' then now() end
        from accounts where email = 'manager@demo.test'`;
    }
  }
  return path(world);
}

export const reports: Scene[] = [
  {
    name: 'reports-states',
    by: 'manager@demo.test',
    path: inEveryState,
    async open(page, t) {
      await page.getByText(t('reports.failedText')).waitFor();
      await page.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'reports-advisor',
    by: 'notary@demo.test',
    path,
    open: (page, t) => page.getByText(t('createsNothing.advisor')).waitFor(),
  },
  {
    name: 'reports-empty',
    by: 'manager@demo.test',
    path: async (world) => `${await emptyDossier(world)}/reports`,
    open: (page, t) => page.getByText(t('reports.none')).waitFor(),
  },
  {
    name: 'report-ask',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('reports.create') }).click();
      await page.getByRole('dialog').getByLabel(t('reports.language')).waitFor();
    },
  },
  {
    name: 'report-remove',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page
        .getByRole('button', { name: t('reports.remove') })
        .last()
        .click();
      await page.getByRole('dialog').getByText(t('reports.removeTitle')).waitFor();
    },
  },
  {
    name: 'report-preview',
    by: 'manager@demo.test',
    path,
    async open(page, t) {
      await page.getByRole('button', { name: t('reports.preview') }).click();
      await page.locator('canvas[data-drawn]').first().waitFor();
    },
  },
];
