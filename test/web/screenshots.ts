import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../src/domain/words.ts';
import { openBrowser } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { scenes } from './scenes/all.ts';
import { visit } from './scenes/visit.ts';

const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 360, height: 740 } };

/** Writes every page and dialog, in each language, on a desktop and a phone. */
test('screenshots', async () => {
  const world = await createDemoWorld();
  const browser = await openBrowser(world);

  const wrong: string[] = [];
  for (const language of languages) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const options = { language, viewport, colorScheme: 'light' } as const;
      wrong.push(
        ...(await visit({ browser, world }, scenes, options, async (page, { name }) => {
          const path = join('build/screenshots', language, `${name}-${size}.png`);
          // A dialog is seen with what is around it; the page beneath is longer than its backdrop.
          const isDialog = (await page.getByRole('dialog').count()) > 0;
          await page.screenshot({ path, fullPage: !isDialog });
        })),
      );
    }
  }
  await browser.close();
  await world.close();
  expect(wrong).toEqual([]);
}, 1_800_000);
