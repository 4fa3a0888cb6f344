import { connect, transaction } from '../../src/db/client.ts';
import { dupontMartin } from '../../src/dev/demo/dupont-martin.ts';
import { fill } from '../../src/dev/demo/family.ts';
import { give } from '../../src/dev/demo/give.ts';
import { buildPage } from '../../src/dev/page.ts';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { type Figure, median } from './figures.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The tab of access rights of the demo's largest family, opened by a browser that has nothing of the page yet: how long
 * until somebody's access can be edited, against one second.
 */
export async function measureTab(around: Surroundings, { loads }: { loads: number }): Promise<Figure> {
  await buildPage();
  const path = `/dossiers/${await demoDossier(around)}/access-rights`;
  const { baseUrl, manager } = around;
  const site = { baseUrl, publicUrl: baseUrl };
  const browser = await openBrowser(site);
  const seconds: number[] = [];
  for (let load = 0; load <= loads; load++) {
    const { page, close } = await openPage(browser, site);
    await takeSession(page, site, manager.client);
    const begun = performance.now();
    await page.goto(path, { waitUntil: 'commit' });
    await page
      .getByRole('button', { name: /Jeanne Dupont/ })
      .first()
      .click({ trial: true });
    if (load > 0) seconds.push((performance.now() - begun) / 1000);
    await close();
  }
  await browser.close();
  const value = median(seconds);
  const name =
    'the tab of access rights on the demo data, until it can be used, in a browser without a cache';
  return { name, value, base: 1, ratio: value, unit: 's', limit: { atMost: 1 } };
}

/** The demo's largest family in a dossier of the manager. @returns its id */
async function demoDossier({ databaseUrl, owner }: Surroundings): Promise<string> {
  const db = connect(databaseUrl, { max: 2 });
  const [manager] = await owner<
    { id: string; firmId: string }[]
  >`select id, firm_id as "firmId" from members`;
  await transaction(db, (tx) => fill(tx, manager!.firmId, manager!.id, dupontMartin));
  for (const access of dupontMartin.access) await give(db, dupontMartin, access, access.right);
  await db.close();
  const [made] = await owner<{ id: string }[]>`select id from dossiers where name = ${dupontMartin.name}`;
  return made!.id;
}
