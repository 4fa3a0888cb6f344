import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import {
  type Dossier,
  dossier,
  type Firm,
  firm,
  insider,
  member,
  person,
  type Somebody,
} from '../support/people.ts';
import { itemRow } from '../support/wealth-rows.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Somebody;
let where: Dossier;
let child: string;
let startYear: number;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  where = await dossier(manager, { couple: true });
  child = await person(manager, where, { firstName: 'Léa', lastName: 'Dupont' });
  await manager.client.post(`${where.path}/family/unions`, {
    personIds: [where.holderId, where.coHolderId],
    kind: 'marriage',
  });
  await manager.client.post(`${where.path}/family/parents`, {
    childId: child,
    parentId: where.holderId,
    kind: 'birth',
  });
  await itemRow(world, where, 30_000_000, [[where.holderId, 'full', '1']], { name: 'Maison à Uccle' });
  await itemRow(world, where, 5_000_000, [[where.holderId, 'full', '1']], {
    kind: 'bank_account',
    currency: 'USD',
    name: 'Compte en dollars',
  });
  const [now] = await world.owner<{ year: number }[]>`
    select extract(year from now() at time zone 'UTC')::int as year`;
  startYear = now!.year;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens the dossier's simulations as somebody, does something there, and closes them; the page has to have behaved. */
async function at(work: (opened: Opened) => Promise<void>, client = manager.client, path = '/simulations') {
  const opened = await openPage(browser, world);
  opened.page.setDefaultTimeout(15_000);
  try {
    await takeSession(opened.page, world, client);
    await opened.page.goto(`/dossiers/${where.id}${path}`);
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const euros = (cents: number, currency = 'EUR') =>
  new Intl.NumberFormat('fr', { style: 'currency', currency, maximumFractionDigits: 0 }).format(cents / 100);
const simulations = async () => (await manager.client.get(`${where.path}/simulations`)).body.items;
const open = async (id: string) => (await manager.client.get(`${where.path}/simulations/${id}`)).body;

/** The cells of the table behind a chart, by rows. */
async function tableOf(page: Page, title: string): Promise<string[][]> {
  const figure = page.getByRole('figure', { name: title });
  await figure.waitFor();
  const isOpen = await figure.getByRole('table').isVisible();
  if (!isOpen) await figure.getByText('Voir les chiffres en tableau').click();
  const rows = figure.getByRole('row');
  await rows.first().waitFor();
  return Promise.all((await rows.all()).map(async (row) => row.locator('th, td').allInnerTexts()));
}

test('the manager creates a simulation by clicks, and reads the figures that the API answers (6)', () =>
  at(async ({ page }) => {
    await page.getByText('Aucune simulation pour l’instant').waitFor();
    await page.getByRole('link', { name: 'Créer une simulation' }).click();
    await page.getByLabel('Nom', { exact: true }).fill('Prudente');
    await page.getByLabel('Durée en années').fill('3');
    await page.getByLabel('Immobilier').fill('2,5');
    await page.getByRole('button', { name: 'Ajouter une donation' }).click();
    const donation = page.getByRole('group', { name: 'Donation 1' });
    await donation.getByLabel('Bien donné').selectOption('Maison à Uccle');
    // The only owner is the donor, of all that she has.
    await expect
      .poll(() => donation.getByLabel('Donateur', { exact: true }).inputValue())
      .toBe(where.holderId);
    await donation.getByLabel('Part donnée').fill('1/4');
    await donation.getByLabel('Bénéficiaire 1', { exact: true }).selectOption('Léa Dupont');
    await page.getByRole('button', { name: 'Supposer un décès' }).click();
    const death = page.getByRole('group', { name: 'Décès 1' });
    await death.getByLabel('Personne').selectOption('Jeanne Dupont');
    await death.getByText('Le conjoint survivant reçoit l’usufruit').waitFor();
    await death.getByText('Léa Dupont : 1 en nue-propriété').waitFor();
    await death.getByLabel('Année').fill(String(startYear + 2));
    await page.getByRole('button', { name: 'Calculer' }).click();

    await page.getByText('La simulation « Prudente » est calculée.').waitFor();
    await page.getByText('Aucun impôt n’est calculé ni déduit').waitFor();
    const [made] = await simulations();
    const { assumptions, result } = await open(made.id);
    expect(assumptions).toMatchObject({
      horizon: 3,
      inflation: '2',
      growth: { real_estate: '2.5', bank_account: '0.5' },
      donations: [{ share: '1/4', donees: [{ personId: child, share: '1' }], usufructReserved: true }],
      deaths: [{ personId: where.holderId, year: startYear + 2 }],
    });
    expect(assumptions.deaths[0].heirs).toBeUndefined();
    const title = 'Patrimoine net total au fil des années, en EUR';
    const [, ...rows] = await tableOf(page, title);
    expect(rows).toEqual(
      result.years.map(({ year, totals }: { year: number; totals: Record<string, unknown>[] }) => {
        const { net, netReal } = totals.find(({ currency }) => currency === 'EUR') as Record<string, number>;
        return [year === startYear + 2 ? `${year} †` : String(year), euros(net!), euros(netReal!)];
      }),
    );
    // Drawn: a line for each series, though no reader of the screen hears of it.
    await page.locator('figure', { hasText: title }).locator('path.recharts-curve').nth(1).waitFor();

    await page.getByRole('heading', { name: `${startYear + 2} : décès supposé de Jeanne Dupont` }).waitFor();
    const heirs = page.getByRole('region', { name: 'Qui hérite de Jeanne Dupont' });
    await heirs.getByRole('row', { name: 'Paul Martin Usufruit 1' }).waitFor();
    await heirs.getByRole('row', { name: 'Léa Dupont Nue-propriété 1' }).waitFor();
    const left = result.events.find(({ kind }: { kind: string }) => kind === 'death').estate;
    const estate = left.find(({ currency }: { currency: string }) => currency === 'EUR');
    await page
      .getByRole('region', { name: 'Ce que Jeanne Dupont laisse, en EUR' })
      .getByRole('cell', { name: euros(estate.full), exact: true })
      .first()
      .waitFor();
    const held = await tableOf(page, `Ce que chaque personne possède fin ${startYear + 2}, en EUR`);
    expect(held.map(([name]) => name)).toEqual(['Personne', 'Léa Dupont', 'Paul Martin']);
  }));

test('amounts of two currencies are shown one currency at a time, never added up', () =>
  at(async ({ page }) => {
    await page.getByRole('link', { name: 'Prudente' }).click();
    await page.getByText('les montants ne sont ni convertis ni additionnés').waitFor();
    await page.getByText('USD', { exact: true }).click();
    const [, first] = await tableOf(page, 'Patrimoine net total au fil des années, en USD');
    expect(first).toEqual([String(startYear), euros(5_000_000, 'USD'), euros(5_000_000, 'USD')]);
  }));

test('what is impossible is said beside its field: by the rule in the page, and by the API where only the projection shows it', () =>
  at(
    async ({ page }) => {
      await page.getByLabel('Nom', { exact: true }).fill('');
      await page.getByRole('button', { name: 'Ajouter une donation' }).click();
      const donation = page.getByRole('group', { name: 'Donation 1' });
      await page.getByRole('button', { name: 'Calculer' }).click();
      await donation.getByText('À compléter.').first().waitFor();
      await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("maxlength")')).toBe('100');
      await page.getByLabel('Nom', { exact: true }).fill('Trop généreuse');
      await donation.getByLabel('Bien donné').selectOption('Maison à Uccle');
      await donation.getByLabel('Bénéficiaire 1', { exact: true }).selectOption('Léa Dupont');
      await donation.getByLabel('Année').fill('2999');
      await page.getByRole('button', { name: 'Calculer' }).click();
      await donation.getByText('Cette année est hors de la durée de la simulation.').waitFor();
      await donation.getByLabel('Année').fill(String(startYear + 1));
      // Two donations of all: only what is carried out shows that the second is too much.
      await page.getByRole('button', { name: 'Ajouter une donation' }).click();
      const second = page.getByRole('group', { name: 'Donation 2' });
      await second.getByLabel('Bien donné').selectOption('Maison à Uccle');
      await second.getByLabel('Bénéficiaire 1', { exact: true }).selectOption('Léa Dupont');
      await page.getByRole('button', { name: 'Calculer' }).click();
      await second.getByText('Le donateur possède alors moins que cela').waitFor();
      expect((await simulations()).map(({ name }: { name: string }) => name)).toEqual(['Prudente']);
    },
    manager.client,
    '/simulations/new',
  ));

test('a variant starts from another one, and the two are compared with the differences that the API gives', () =>
  at(async ({ page }) => {
    await page.getByRole('button', { name: 'Actions pour « Prudente »' }).click();
    await page.getByRole('menuitem', { name: 'Créer une variante' }).click();
    await expect.poll(() => page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Prudente (variante)');
    await page.getByLabel('Immobilier').fill('4');
    await page.getByRole('button', { name: 'Calculer' }).click();
    await page.getByRole('heading', { name: 'Prudente (variante)' }).waitFor();
    await page.getByRole('link', { name: '← Toutes les simulations' }).click();
    const compare = page.getByRole('button', { name: /^Comparer/ });
    await compare.waitFor();
    await expect.poll(() => compare.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Comparer « Prudente »' }).check();
    await page.getByRole('checkbox', { name: 'Comparer « Prudente (variante) »' }).check();
    await page.getByRole('button', { name: 'Comparer les 2' }).click();

    const [variant, first] = await simulations();
    const { body } = await manager.client.get(
      `${where.path}/simulations/${first.id}/comparison?with=${variant.id}`,
    );
    type Row = {
      currency: string;
      simulation: { net: number };
      with: { net: number };
      difference: { net: number };
    };
    const inEuros = (rows: Row[]) => rows.find(({ currency }) => currency === 'EUR')!;
    const [head, ...rows] = await tableOf(page, 'Patrimoine net total, par simulation, en EUR');
    expect(head).toEqual(['Année', 'Prudente', 'Prudente (variante)']);
    expect(rows).toEqual(
      body.years.map(({ year, totals }: { year: number; totals: Row[] }) => {
        const row = inEuros(totals);
        return [String(year), euros(row.simulation.net), euros(row.with.net)];
      }),
    );
    const last = inEuros(body.years.at(-1).totals);
    const everybody = page
      .getByRole('region', { name: `Patrimoine net fin ${startYear + 3}, en EUR` })
      .getByRole('row', { name: /^Tous/ });
    await expect
      .poll(() => everybody.locator('td').allInnerTexts())
      .toEqual([euros(last.simulation.net), `+${euros(last.difference.net)}`]);
    await page.getByLabel('Pour qui').selectOption('Léa Dupont');
    const hers = await tableOf(page, 'Patrimoine net de Léa Dupont, par simulation, en EUR');
    type Hers = Row & { personId: string };
    const ofHers = body.years
      .at(-1)
      .persons.find((row: Hers) => row.personId === child && row.currency === 'EUR') as Hers;
    expect(hers.at(-1)!.slice(1)).toEqual([euros(ofHers.simulation.net), euros(ofHers.with.net)]);
    expect(hers[1]!.slice(1)).toEqual([euros(0), euros(0)]);
    await page.getByLabel('Fin de l’année').selectOption(String(startYear));
    await page
      .getByRole('region', { name: `Patrimoine net fin ${startYear}, en EUR` })
      .getByRole('row', { name: `Tous ensemble ${euros(30_000_000)} ${euros(0)}` })
      .waitFor();
    const differing = page.getByRole('region', { name: 'Hypothèses' }).getByRole('row');
    await expect.poll(() => differing.count()).toBe(2);
    await differing.filter({ hasText: 'Immobilier' }).getByText('4 % par an').waitFor();
  }));

test('a simulation is renamed, and deleted after its consequences were read', () =>
  at(async ({ page }) => {
    const actions = page.getByRole('button', { name: 'Actions pour « Prudente (variante) »' });
    await actions.click();
    await page.getByRole('menuitem', { name: 'Renommer' }).click();
    await page.getByRole('dialog').getByLabel('Nom').fill('Optimiste');
    await page.getByRole('dialog').getByRole('button', { name: 'Renommer' }).click();
    await page.getByText('La simulation s’appelle maintenant « Optimiste ».').waitFor();
    await page.getByRole('button', { name: 'Actions pour « Optimiste »' }).click();
    await page.getByRole('menuitem', { name: 'Supprimer' }).click();
    await page.getByText('Les rapports déjà faits continuent à la montrer.').waitFor();
    expect(await simulations()).toHaveLength(2);
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByText('La simulation « Optimiste » est supprimée.').waitFor();
    expect((await simulations()).map(({ name }: { name: string }) => name)).toEqual(['Prudente']);
  }));

test('who only reads finds the simulations, no button that creates, and the reason', async () => {
  const reader = await insider(world, manager, where, where.holderId, 'read_only');
  await at(async ({ page }) => {
    await page.getByText('Votre accès est en lecture seule').waitFor();
    await page.getByRole('link', { name: 'Prudente' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Créer une simulation' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /^Actions pour/ }).count()).toBe(0);
    await page.goto(`/dossiers/${where.id}/simulations/new`);
    await page.getByText('Votre accès est en lecture seule').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Calculer' }).count()).toBe(0);
  }, reader.client);
});
