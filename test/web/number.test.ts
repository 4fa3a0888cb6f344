import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import {
  type Dossier,
  dossier,
  firm,
  give,
  insider,
  member,
  newPhone,
  type Somebody,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Somebody;
let known: Somebody;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
  const first = await dossier(manager);
  known = await insider(world, manager, first, first.holderId);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** A dossier of another name, given to who has an account, with a number that isn't the account's. */
async function givenWith(phone: string, name: string): Promise<Dossier> {
  const where = await dossier(manager);
  await world.owner`update dossiers set name = ${name} where id = ${where.id}`;
  await give(manager, where, where.holderId, 'read_write', { email: known.email, phone });
  await world.deliver();
  return where;
}

test('R10: from the list to the code sent to the number typed for the access; a wrong one is refused, the right one opens the dossier', async () => {
  const phone = newPhone();
  const where = await givenWith(phone, 'Famille Peeters');
  const { page, errors, close } = await openPage(browser, world);
  await takeSession(page, world, known.client);
  await page.goto('/');
  const line = page.getByRole('listitem').filter({ hasText: 'Famille Peeters' });
  await line.getByRole('link', { name: 'Confirmez votre numéro' }).click();
  await page.getByRole('heading', { name: 'Confirmez votre numéro' }).waitFor();
  await page.getByText('Celui de votre compte ne change pas.').waitFor();
  expect(world.inbox.to(`${phone}@sms.localhost`)).toEqual([]);
  await page.getByRole('button', { name: 'Envoyer le code' }).click();
  await page.getByText('Saisissez les six chiffres').waitFor();
  const code = world.inbox.codeFor(phone);
  await page.keyboard.type(code === '000000' ? '000001' : '000000');
  await page.getByRole('alert').filter({ hasText: /code/ }).waitFor();
  await page.keyboard.type(code);
  await page.getByText('Votre numéro est confirmé : le dossier vous est ouvert.').waitFor();
  await page.getByRole('heading', { name: 'Famille Peeters' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(`/dossiers/${where.id}`);
  expect((await known.client.get('/api/me')).body.phone).toBe(known.phone);

  await page.goto('/');
  await line.waitFor();
  await expect.poll(() => line.getByRole('link', { name: 'Confirmez votre numéro' }).count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

test('R10: whoever opens the dossier by its address is led to the code, and goes back to the list without it', async () => {
  const where = await givenWith(newPhone(), 'Famille Claes');
  const { page, errors, close } = await openPage(browser, world);
  await takeSession(page, world, known.client);
  await page.goto(`/dossiers/${where.id}/wealth`);
  await page.getByRole('heading', { name: 'Confirmez votre numéro' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/dossiers/${where.id}/number`);
  await page.getByRole('link', { name: 'Retour' }).click();
  await page.getByRole('heading', { name: 'Mes dossiers' }).waitFor();
  expect((await known.client.get(where.path)).body.code).toBe('number_unconfirmed');
  expect(errors).toEqual([]);
  await close();
});
