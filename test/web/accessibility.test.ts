import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import type { TimeWorld } from '../support/time-world.ts';
import { scenes } from './scenes/all.ts';
import type { Scene } from './scenes/scene.ts';
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

const widthLost = 'document.documentElement.scrollWidth - innerWidth';

test('no page or dialog breaks WCAG 2.2 AA, in light and in dark colours, nor is wider than a phone', async () => {
  const broken: Record<string, unknown> = {};
  const viewport = { width: 360, height: 740 };
  const look = (name: string) => async (page: Page, scene: Scene) => {
    const found = await violations(page);
    if (found.length > 0) broken[`${scene.name}, ${name}`] = found;
  };
  const wrong = [
    ...(await visit({ browser, world }, scenes, { language: 'fr', colorScheme: 'light' }, look('light'))),
    ...(await visit(
      { browser, world },
      scenes,
      { language: 'nl', colorScheme: 'dark', viewport },
      async (page, scene) => {
        await look('dark')(page, scene);
        const lost = await page.evaluate<number>(widthLost);
        if (lost > 0) broken[`${scene.name} at 360 px`] = `${lost} px too wide`;
      },
    )),
  ];
  expect({ broken, wrong }).toEqual({ broken: {}, wrong: [] });
}, 600_000);
