import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword } from '../../../src/dev/demo/team.ts';
import type { Language } from '../../../src/domain/words.ts';
import { openPage, takeSession } from '../../support/browser.ts';
import type { Client } from '../../support/client.ts';
import { pageTexts } from '../../support/page-texts.ts';
import { signIn } from '../../support/people.ts';
import type { TimeWorld } from '../../support/time-world.ts';
import type { Scene } from './scene.ts';

const locales = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };

/** Opens each scene in a page of its own, and looks at it once nothing moves any more. @returns what went wrong in the pages */
export async function visit(
  { browser, world }: { browser: Browser; world: TimeWorld },
  scenes: Scene[],
  { language, ...options }: BrowserContextOptions & { language: Language },
  look: (page: Page, scene: Scene) => Promise<void>,
): Promise<string[]> {
  const t = await pageTexts(language);
  const wrong: string[] = [];
  for (const scene of scenes) {
    const { page, errors, close } = await openPage(browser, world, {
      ...options,
      locale: locales[language],
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(10_000);
    if (scene.by) await takeSession(page, world, await sessionOf(world, scene.by));
    try {
      await page.goto(typeof scene.path === 'string' ? scene.path : await scene.path(world));
      await scene.open(page, t, world);
      await still(page);
      await look(page, scene);
    } catch (error) {
      errors.push(String(error));
    }
    wrong.push(...errors.map((error) => `${scene.name}: ${error}`));
    await close();
  }
  return wrong;
}

/** Waits until nothing moves but what never ends: a transition shows colours that are no page's. */
const still = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate<boolean>(`document.getAnimations().every(({ playState, effect }) =>
          playState !== 'running' || effect.getComputedTiming().iterations === Infinity)`),
    )
    .toBe(true);

const sessions = new Map<string, Promise<Client>>();

/** Everybody signs in once, however many scenes he is in. */
function sessionOf(world: TimeWorld, email: string): Promise<Client> {
  const known = sessions.get(email);
  if (known) return known;
  const signing = world.owner<{ phone: string }[]>`select phone from accounts where email = ${email}`.then(
    ([account]) => signIn(world, { email, phone: account!.phone }, demoPassword),
  );
  sessions.set(email, signing);
  return signing;
}
