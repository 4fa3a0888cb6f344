import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { largeFamily, writeFamily } from '../support/large-family.ts';
import { type Dossier, dossier, type Firm, firm, member, type Somebody } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Somebody;
let where: Dossier;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
  where = await dossier(manager);
  await writeFamily(world, where, largeFamily(500));
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens the family of 500, does something there, and closes it; the page has to have behaved. */
async function at(work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const { page, errors, close } = await openPage(browser, world, options);
  try {
    await takeSession(page, world, manager.client);
    await page.goto(`/dossiers/${where.id}/family`);
    await holder(page).waitFor();
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

const tree = (page: Page) => page.getByRole('region', { name: /Arbre/ });
const holder = (page: Page) => tree(page).getByRole('button', { name: 'Jeanne Dupont' });
/** Who somebody's relatives are, as it is read out at his card. */
const aboutOf = async (page: Page, card: Locator) =>
  page.locator(`[id="${await card.getAttribute('aria-describedby')}"]`).textContent();
const inDocument = (page: Page) => page.locator('[data-person]').count();
const percent = (page: Page) => page.getByRole('button', { name: /^Taille réelle/ });
const middle = async (page: Page, what = holder(page)) => {
  const { x, y, width, height } = (await what.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2, width };
};
const isInSight = (page: Page, selector: string) =>
  page.evaluate<boolean>(`(() => {
    const box = document.querySelector('[role=region]').getBoundingClientRect();
    const card = document.querySelector('${selector}').getBoundingClientRect();
    return card.left >= box.left && card.right <= box.right && card.top >= box.top && card.bottom <= box.bottom;
  })()`);

test('it opens on the holder at a legible scale, and is zoomed by buttons and keys as far as the whole (point 6)', async () => {
  await at(async (page) => {
    expect(await isInSight(page, '[data-person]:has(button [class*=Badge])')).toBe(true);
    await expect.poll(() => percent(page).textContent()).toMatch(/^80\s%$/);
    const about = await aboutOf(page, holder(page));
    expect(about).toContain('Parent de');
    await page.getByRole('button', { name: 'Agrandir (+)' }).click();
    await expect.poll(() => percent(page).textContent()).toMatch(/^100\s%$/);
    await page.getByRole('button', { name: 'Réduire (-)' }).click();
    await page.getByRole('button', { name: 'Réduire (-)' }).click();
    await page.getByRole('button', { name: 'Réduire (-)' }).click();
    await expect.poll(() => holder(page).textContent()).toBe('Jeanne');
    expect(await aboutOf(page, holder(page))).toBe(about);
    await holder(page).focus();
    await page.keyboard.press('+');
    await expect.poll(() => holder(page).textContent()).toMatch(/^Jeanne Dupont/);
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toMatch(/^Jeanne Dupont/);
    await page.keyboard.press('0');
    await page.getByText('Vue d’ensemble').waitFor();
    await expect.poll(() => inDocument(page)).toBe(0);
    const lost = await page.evaluate<number>(
      `document.querySelector('[role=region]').scrollWidth - document.querySelector('[role=region]').clientWidth`,
    );
    expect(lost).toBeLessThanOrEqual(0);
    const { x, y } = await middle(page, tree(page));
    await page.mouse.click(x, y);
    await expect.poll(() => percent(page).textContent()).toMatch(/^100\s%$/);
    await expect.poll(() => page.getByText('Vue d’ensemble').count()).toBe(0);
  });
});

test('Ctrl and the wheel zoom about the pointer, a drag moves the tree and opens nothing', async () => {
  await at(async (page) => {
    const before = await middle(page);
    await page.mouse.move(before.x, before.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -40);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await middle(page)).width).toBeGreaterThan(before.width * 1.2);
    const after = await middle(page);
    expect(Math.abs(after.x - before.x) + Math.abs(after.y - before.y)).toBeLessThan(4);
    await page.mouse.down();
    await page.mouse.move(after.x - 90, after.y - 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await middle(page)).x - after.x)).toBe(-90);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await holder(page).click();
    await page.getByRole('dialog').waitFor();
  });
});

test('who is looked for without accents is brought in sight with the focus, and arrow keys go on from there', async () => {
  await at(async (page) => {
    const field = page.getByRole('combobox', { name: 'Chercher une personne' });
    await field.fill('nobody of this name');
    await page.getByText('Personne ne correspond à cette recherche.').waitFor();
    await field.fill('elise 252');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toMatch(/^Élise 252 /);
    expect(await isInSight(page, '[data-found]')).toBe(true);
    expect(await inDocument(page)).toBeLessThan(150);
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowDown']) {
      const from = await page.evaluate<string>('document.activeElement.textContent');
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate('document.activeElement.textContent')).not.toBe(from);
      expect(await isInSight(page, '[data-person]:focus-within')).toBe(true);
    }
  });
});

test('who can’t change the access of anybody walks the tree of access by keys as well (point 3)', async () => {
  const colleague = await member(world, fortuna);
  const body = { mode: 'listed', memberIds: [colleague.memberId] };
  await manager.client.put(`${where.path}/team-access`, body);
  const { page, errors, close } = await openPage(browser, world);
  try {
    await takeSession(page, world, colleague.client);
    await page.goto(`/dossiers/${where.id}/access-rights`);
    await page.getByText('Arbre', { exact: true }).click();
    const focused = page.locator('[data-person]:focus');
    const name = () => focused.locator('> *').first().textContent();
    await page.locator('[data-person]').filter({ hasText: 'Jeanne Dupont' }).first().waitFor();
    await expect.poll(() => tree(page).locator('[data-person] button').count()).toBe(0);
    await tree(page).focus();
    await page.keyboard.press('Tab');
    await expect.poll(name).toMatch(/^Jeanne Dupont/);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) {
      const from = await name();
      await page.keyboard.press(key);
      await expect.poll(name).not.toBe(from);
      expect(await isInSight(page, '[data-person]:focus')).toBe(true);
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    }
    for (let i = 0; i < 2; i++) await page.keyboard.press('-');
    const far = focused.locator('[title]');
    await expect.poll(() => far.count()).toBe(1);
    const whole = (await far.getAttribute('title'))!;
    await expect
      .poll(() => far.locator('[aria-hidden]').textContent())
      .toBe(whole.split(' ').slice(0, -1).join(' '));
    await expect.poll(() => far.locator(':not([aria-hidden])').textContent()).toBe(whole);
    await expect.poll(() => focused.textContent()).toContain('Parent de');
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
});

test('on a phone the holder is in sight, two fingers zoom the tree and not the page', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  await at(async (page) => {
    const before = await middle(page);
    expect([before.x > 0 && before.x < 360, before.width > 100]).toEqual([true, true]);
    await tree(page).scrollIntoViewIfNeeded();
    const { x, y } = await middle(page, tree(page));
    const cdp = await page.context().newCDPSession(page);
    const fingers = (apart: number) => [
      { x: x - apart, y, id: 0 },
      { x: x + apart, y, id: 1 },
    ];
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(40) });
    for (const apart of [44, 50, 56, 60]) {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    }
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => percent(page).textContent()).toMatch(/^1[12]\d\s%$/);
    expect(await page.evaluate('visualViewport.scale')).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  }, phone);
});

test('of a list of 500 persons few rows are in the document, the search finds one, and paper shows all (point 7)', async () => {
  await at(async (page) => {
    await page.getByText('Liste', { exact: true }).click();
    await page.getByRole('table').waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(10);
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(80);
    await expect.poll(() => page.getByRole('table').getAttribute('aria-rowcount')).toBe('501');
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    await expect.poll(() => page.getByRole('row').count()).toBe(501);
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(80);
    await page.getByRole('searchbox', { name: 'Chercher une personne' }).fill('helene 499');
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(4);
    await page.getByRole('searchbox').fill('nobody of this name');
    await page.getByText('Personne ne correspond à cette recherche.').waitFor();
  });
});

test('of 500 donations and 500 items few are in the document, and each is found (point 7)', async () => {
  await world.owner`
    insert into donations (id, dossier_id, donor_id, given_on, category, description, cents, currency, form, registered, usufruct_reserved)
    select uuidv7(), ${where.id}, ${where.holderId}, date '1975-06-15' + (i * 36), 'money', 'Don nº ' || i, 100000, 'EUR', 'bank', false, false
    from generate_series(1, 500) i`;
  await world.owner`
    insert into donees (donation_id, person_id, numerator, denominator)
    select id, null, 1, 1 from donations where dossier_id = ${where.id}`;
  await world.owner`
    insert into wealth_items (id, dossier_id, kind, name, currency)
    select uuidv7(), ${where.id}, case when i % 2 = 0 then 'portfolio' else 'bank_account' end, 'Avoir nº ' || i, 'EUR'
    from generate_series(1, 500) i`;
  await world.owner`
    insert into item_values (id, item_id, valued_on, cents)
    select uuidv7(), id, '2024-06-30', 100000 from wealth_items where dossier_id = ${where.id}`;
  await world.owner`
    insert into owners (item_id, person_id, form, numerator, denominator)
    select id, ${where.holderId}, 'full', 1, 1 from wealth_items where dossier_id = ${where.id}`;
  await at(async (page) => {
    await page.goto(`/dossiers/${where.id}/donations`);
    await page.getByText('Don nº 500', { exact: true }).waitFor();
    const donations = page.getByText(/^Don nº \d+/);
    await expect.poll(() => donations.count()).toBeLessThan(120);
    await page.getByText('Liste', { exact: true }).click();
    await page.getByRole('table', { name: 'Liste' }).waitFor();
    await donations.first().waitFor();
    await expect.poll(() => donations.count()).toBeLessThan(80);
    await page.getByRole('searchbox', { name: 'Chercher une donation' }).fill('don nº 432');
    await page.getByRole('row').filter({ hasText: 'Don nº 432' }).waitFor();
    await expect.poll(() => donations.count()).toBe(1);
    await page.goto(`/dossiers/${where.id}/wealth`);
    const items = page.getByText(/^Avoir nº \d+/);
    await items.first().waitFor();
    await expect.poll(() => items.count()).toBeLessThan(120);
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await page.evaluate('window.scrollTo(0, 0)');
    await page.getByRole('searchbox').fill('avoir nº 432');
    await page.getByText('Avoir nº 432', { exact: true }).waitFor();
  });
});
