import { inDossier, type Scene } from './scene.ts';

const wealth = inDossier('Famille Dupont-Martin', '/wealth');
const donations = inDossier('Famille Dupont-Martin', '/donations');

/** A dossier that nothing has been entered in yet. */
const blank = (rest: string) => async (world: Parameters<typeof wealth>[0]) => {
  const [dossier] = await world.owner<{ id: string }[]>`
    select id from dossiers where name = 'Famille Dupont-Martin'`;
  await world.owner`update wealth_items set removed_at = now() where dossier_id = ${dossier!.id}`;
  await world.owner`update donations set removed_at = now() where dossier_id = ${dossier!.id}`;
  return `/dossiers/${dossier!.id}${rest}`;
};

/** What was taken out for a blank dossier comes back for the scenes after it. */
const restored = async (world: Parameters<typeof wealth>[0]) => {
  await world.owner`update wealth_items set removed_at = null`;
  await world.owner`update donations set removed_at = null`;
};

/** In the page: somebody else writes another value of an item's newest day. */
const changeValueOf = (name: string) => `(async (name) => {
  const path = location.pathname.replace('/dossiers/', '/api/dossiers/') + '/items';
  const { items } = await (await fetch(path)).json();
  const { id, version, value } = items.find((item) => item.name === name);
  const headers = { 'Content-Type': 'application/json', 'If-Match': '"' + version + '"' };
  const body = JSON.stringify({ value: { ...value, cents: value.cents + 100000 } });
  const { status } = await fetch(path + '/' + id, { method: 'PATCH', headers, body });
  if (status !== 200) throw new Error('answered ' + status);
})(${JSON.stringify(name)})`;

export const inventories: Scene[] = [
  {
    name: 'wealth',
    by: 'manager@demo.test',
    path: wealth,
    async open(page, t) {
      await page.getByRole('button', { name: t('wealth.add') }).waitFor();
      await page.locator('.recharts-sector, .recharts-pie-sector').first().waitFor();
      await page.locator('.recharts-bar-rectangle').first().waitFor();
    },
  },
  {
    name: 'wealth-reader',
    by: 'paul@demo.test',
    path: wealth,
    async open(page, t) {
      await page.getByText(t('inventory.readOnly')).waitFor();
      await page.locator('.recharts-bar-rectangle').first().waitFor();
    },
  },
  {
    name: 'wealth-add',
    by: 'manager@demo.test',
    path: wealth,
    async open(page, t) {
      await page.getByRole('button', { name: t('wealth.add') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: t('wealth.form.addOwner') }).click();
      await dialog.getByRole('button', { name: t('wealth.form.save') }).click();
      await dialog.getByText(t('problems.fields.required')).first().waitFor();
    },
  },
  {
    name: 'wealth-history',
    by: 'manager@demo.test',
    path: wealth,
    async open(page, t) {
      const name = t('wealth.history.of', { name: 'Crédit hypothécaire Uccle' });
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').getByText(t('wealth.history.addTitle')).waitFor();
    },
  },
  {
    name: 'wealth-history-stale',
    by: 'manager@demo.test',
    path: wealth,
    async open(page, t) {
      const name = 'Crédit hypothécaire Uccle';
      await page.getByRole('button', { name: t('wealth.history.of', { name }) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('wealth.history.amount', { currency: 'EUR' })).fill('150000');
      await page.evaluate(changeValueOf(name));
      await dialog.getByRole('button', { name: t('wealth.history.add') }).click();
      await dialog.getByText(t('stale.title')).waitFor();
    },
  },
  {
    name: 'wealth-remove',
    by: 'manager@demo.test',
    path: wealth,
    async open(page, t) {
      const name = t('wealth.remove.of', { name: 'Crédit hypothécaire Uccle' });
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').getByText(t('wealth.remove.text')).waitFor();
    },
  },
  {
    name: 'wealth-history-remove',
    by: 'manager@demo.test',
    path: wealth,
    async open(page, t) {
      const name = t('wealth.history.of', { name: 'Crédit hypothécaire Uccle' });
      await page.getByRole('button', { name }).click();
      const values = page.getByRole('dialog').getByRole('table', { name: t('wealth.history.title') });
      await values.getByRole('row').last().getByRole('button').last().click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('wealth.history.remove'), exact: true })
        .waitFor();
    },
  },
  {
    name: 'wealth-import',
    by: 'manager@demo.test',
    path: wealth,
    async open(page, t) {
      await page.getByRole('button', { name: t('wealth.import.open') }).click();
      await page.locator('input[type=file]').setInputFiles({
        name: 'wealth.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'kind,name,value,currency,valued_on,owners\nloan,Prêt,x,EUR,2024-06-30,full outside 1\n',
        ),
      });
      await page.getByText(t('problems.file.title')).waitFor();
    },
  },
  {
    name: 'donations',
    by: 'manager@demo.test',
    path: donations,
    async open(page, t) {
      await page.getByRole('button', { name: t('donations.add') }).waitFor();
      await page.locator('.recharts-bar-rectangle').first().waitFor();
    },
  },
  {
    name: 'donations-list',
    by: 'banker@demo.test',
    path: donations,
    async open(page, t) {
      await page.getByText(t('donations.list'), { exact: true }).click();
      await page.getByRole('table', { name: t('donations.list') }).waitFor();
      await page.locator('.recharts-bar-rectangle').first().waitFor();
    },
  },
  {
    name: 'donation-dialog',
    by: 'manager@demo.test',
    path: donations,
    async open(page, t) {
      await page
        .getByRole('button', { name: /Parts de fonds/ })
        .first()
        .click();
      await page.getByRole('dialog').getByLabel(t('donations.form.donor')).waitFor();
    },
  },
  {
    name: 'donation-remove',
    by: 'manager@demo.test',
    path: donations,
    async open(page, t) {
      const description = 'Parts de fonds, par virement de titres';
      await page.getByRole('button', { name: t('donations.remove.of', { description }) }).click();
      await page.getByRole('dialog').getByText(t('donations.remove.text')).waitFor();
    },
  },
  {
    name: 'wealth-empty',
    by: 'manager@demo.test',
    path: blank('/wealth'),
    async open(page, t, world) {
      await page.getByText(t('wealth.empty')).waitFor();
      await restored(world);
    },
  },
  {
    name: 'donations-empty',
    by: 'manager@demo.test',
    path: blank('/donations'),
    async open(page, t, world) {
      await page.getByText(t('donations.empty')).waitFor();
      await restored(world);
    },
  },
];
