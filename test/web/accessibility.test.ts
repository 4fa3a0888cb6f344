import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import type { TimeWorld } from '../support/time-world.ts';
import { scenes } from './scenes/all.ts';
import { visit } from './scenes/visit.ts';

let world: TimeWorld;
let browser: Browser;

beforeAll(async () => {
  world = await createDemoWorld();
  browser = await openBrowser(world);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe-core finds against WCAG 2.2 AA on what is shown now. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(standards)} })`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** @returns what breaks the standard, and what went wrong in the pages, by scene */
async function look(options: Parameters<typeof visit>[2]) {
  const broken: Record<string, string[]> = {};
  const wrong = await visit({ browser, world }, scenes, options, async (page, scene) => {
    const found = await violations(page);
    const lost = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (lost > 0) found.push(`${lost} px too wide`);
    if (found.length > 0) broken[scene.name] = found;
  });
  return { broken, wrong };
}

test('no page or dialog breaks WCAG 2.2 AA, in light colours on a desktop', async () => {
  expect(await look({ language: 'fr', colorScheme: 'light' })).toEqual({ broken: {}, wrong: [] });
}, 900_000);

test('nor in dark colours on a phone, where none is wider than it', async () => {
  const viewport = { width: 360, height: 740 };
  expect(await look({ language: 'nl', colorScheme: 'dark', viewport })).toEqual({ broken: {}, wrong: [] });
}, 900_000);
