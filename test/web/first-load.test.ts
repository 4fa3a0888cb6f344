import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword, team } from '../../src/dev/demo/team.ts';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { signIn } from '../support/people.ts';
import type { TimeWorld } from '../support/time-world.ts';
import { inDossier } from './scenes/scene.ts';

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

/** The bytes of a script as the API sends it to a browser over HTTPS; Chromium asks for Brotli there alone. */
const sizeOf = (path: string) =>
  new Promise<number>((resolve, reject) => {
    get(world.baseUrl + path, { headers: { 'Accept-Encoding': 'gzip, br' } }, (answer) => {
      expect(answer.headers['content-encoding'] ?? 'small').toMatch(/^(br|small)$/);
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });

/** Opens a page with nothing kept from before. @returns the compressed bytes of JavaScript until it was there */
async function firstLoad(path: string, shows: string, email?: string) {
  const { page, errors, close } = await openPage(browser, world);
  if (email) {
    const phone = Object.values(team).find((one) => one.email === email)!.phone;
    await takeSession(page, world, await signIn(world, { email, phone }, demoPassword));
  }
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto(path);
  await page.getByText(shows).first().waitFor();
  const sizes = await Promise.all(scripts.map(sizeOf));
  expect(errors).toEqual([]);
  await close();
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('the first load takes at most 250 kB of compressed JavaScript, wherever it begins', async () => {
  const tab = await inDossier('Famille Dupont-Martin', '/access-rights')(world);
  const kilobytes = {
    signIn: (await firstLoad('/sign-in', 'Se connecter')) / 1000,
    dossiers: (await firstLoad('/', 'Mes dossiers', team.manager.email)) / 1000,
    accessRights: (await firstLoad(tab, 'Jeanne Dupont', team.manager.email)) / 1000,
  };
  console.log('Compressed JavaScript of a first load, in kB:', kilobytes);
  expect(Object.values(kilobytes).filter((size) => size === 0 || size > 250)).toEqual([]);
});
