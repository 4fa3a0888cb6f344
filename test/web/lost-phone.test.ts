import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { askFor, changeTokenIn, openedAgo } from '../support/lost-phone.ts';
import {
  dossier,
  type Firm,
  firm,
  insider,
  member,
  newPhone,
  password,
  person,
  type Somebody,
  signIn,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;
let manager: Somebody;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
  manager = await member(world, fortuna);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Somebody who opened a dossier of the manager's 30 days ago; French is spoken to him. */
async function client(): Promise<Somebody> {
  const where = await dossier(manager);
  const somebody = await insider(world, manager, where, await person(manager, where));
  await openedAgo(world, somebody, 30);
  return somebody;
}

async function open(path: string, by?: Client) {
  const opened = await openPage(browser, world);
  if (by) await takeSession(opened.page, world, by);
  await opened.page.goto(path);
  return {
    ...opened,
    async done() {
      expect(opened.errors).toEqual([]);
      await opened.close();
    },
  };
}

const linkTo = ({ email }: Somebody) => `/phone-changes/${changeTokenIn(world.inbox.to(email).at(-1)!)}`;
const stateOf = async ({ id }: Somebody) => {
  const [row] = await world.owner<{ state: string }[]>`
    select state from phone_changes where account_id = ${id} order by id desc limit 1`;
  return row!.state;
};

test('R15: asked for with the password, proven by link and code, confirmed by the manager; a day later codes go to the new number', async () => {
  const somebody = await client();
  const phone = newPhone();
  await world.owner`delete from limits`;
  const theirs = await open('/lost-phone');
  await theirs.page.getByText('Nous envoyons un lien à l’adresse e-mail du compte.').waitFor();
  await theirs.page.getByRole('button', { name: 'Demander le nouveau numéro' }).click();
  await theirs.page.getByText('Saisissez un numéro de mobile valable.').waitFor();
  await theirs.page.getByLabel('Adresse e-mail').fill(somebody.email);
  await theirs.page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await theirs.page.getByLabel('Nouveau numéro de mobile').fill(phone);
  await theirs.page.getByRole('button', { name: 'Demander le nouveau numéro' }).click();
  await theirs.page.getByText('Si l’adresse et le mot de passe sont les bons').waitFor();
  await world.deliver();

  await theirs.page.goto(linkTo(somebody));
  await theirs.page.getByRole('button', { name: /^Envoyer un code au/ }).click();
  await theirs.page.getByText('Saisissez les six chiffres envoyés').waitFor();
  await theirs.page.keyboard.type(world.inbox.codeFor(phone));
  await theirs.page.getByText('Le numéro attend une confirmation').waitFor();

  const his = await open('/phone-changes', manager.client);
  const card = his.page.getByRole('listitem').filter({ hasText: 'Attend votre confirmation' });
  await card.getByRole('link', { name: 'Famille Dupont' }).waitFor();
  await card.getByRole('button', { name: 'Confirmer' }).click();
  const dialog = his.page.getByRole('dialog');
  await dialog.getByText('Parlez d’abord à la personne').waitFor();
  await dialog.getByRole('button', { name: 'Confirmer' }).click();
  await dialog.getByText('Confirmez que vous lui avez parlé.').waitFor();
  expect(await stateOf(somebody)).toBe('waiting');
  await dialog.getByRole('checkbox', { name: /^J’ai parlé à/ }).check();
  await dialog.getByRole('button', { name: 'Confirmer' }).click();
  await his.page.getByText(/est confirmé\. Il change dans 24 heures\.$/).waitFor();
  await his.page.getByText('Vous pouvez encore refuser.').waitFor();
  await his.done();

  await theirs.page.reload();
  await theirs.page.getByText('Le numéro est confirmé').waitFor();
  await theirs.done();
  await world.owner`
    update phone_changes set effective_at = effective_at - interval '24 hours' where account_id = ${somebody.id}`;
  const [row] = await world.owner<{ id: string }[]>`
    select id from phone_changes where account_id = ${somebody.id}`;
  const task = JSON.stringify({ kind: 'phone_change', changeId: row!.id });
  await world.owner`insert into owed (id, task) values (uuidv7(), (${task}::text)::jsonb)`;
  await world.deliver();
  expect(await stateOf(somebody)).toBe('done');
  const again = await signIn(world, { email: somebody.email, phone });
  expect((await again.get('/api/me')).body.phone).toBe(phone);
  expect((await somebody.client.get('/api/me')).status).toBe(401);
});

test('R15: with a wrong password the same is shown, and nothing is sent', async () => {
  const somebody = await client();
  await world.owner`delete from limits`;
  const mails = world.inbox.to(somebody.email).length;
  const { page, done } = await open('/lost-phone');
  await page.getByLabel('Adresse e-mail').fill(somebody.email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill('not his password at all');
  await page.getByLabel('Nouveau numéro de mobile').fill(newPhone());
  await page.getByRole('button', { name: 'Demander le nouveau numéro' }).click();
  await page.getByText('Si l’adresse et le mot de passe sont les bons').waitFor();
  await world.deliver();
  expect(world.inbox.to(somebody.email).length).toBe(mails);
  expect(await world.owner`select from phone_changes where account_id = ${somebody.id}`).toHaveLength(0);
  await done();
});

test('R15: the manager refuses after a question; nobody waits then, and the link is over', async () => {
  const somebody = await client();
  const asking = await askFor(world, somebody);
  await world.deliver();
  const link = linkTo(somebody);
  await asking.prove();
  const { page, done } = await open('/phone-changes', manager.client);
  const card = page.getByRole('listitem').filter({ hasText: 'Attend votre confirmation' });
  await card.getByRole('button', { name: 'Refuser' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Une nouvelle demande reste possible.').waitFor();
  await dialog.getByRole('button', { name: 'Refuser' }).click();
  await page.getByText(/^La demande de .+ est refusée\.$/).waitFor();
  await card.waitFor({ state: 'detached' });
  expect(await asking.state()).toBe('refused');
  await done();
  const theirs = await open(link);
  await theirs.page.getByRole('heading', { name: 'Ce lien ne fonctionne plus' }).waitFor();
  await theirs.done();
});

test('R15: opening the link consumes nothing; who didn’t ask cancels by it, and is led to a new password', async () => {
  const somebody = await client();
  const asking = await askFor(world, somebody);
  await world.deliver();
  const { page, done } = await open(linkTo(somebody));
  await page.getByRole('button', { name: /^Envoyer un code au/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Annuler la demande' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('il faudra recommencer depuis le début').waitFor();
  expect(await asking.state()).toBe('asked');
  await dialog.getByRole('button', { name: 'Annuler la demande' }).click();
  await page.getByText('La demande est annulée. Votre numéro reste celui d’avant.').waitFor();
  expect(await asking.state()).toBe('cancelled');
  // Nothing more is offered that would go on with it.
  await expect.poll(() => page.getByRole('button', { name: /^Envoyer un code au/ }).count()).toBe(0);
  await page.getByRole('link', { name: 'Changer de mot de passe' }).click();
  await page.waitForURL('**/forgotten-password');
  await done();
});

test('R15: for a member of the team it is the admin who confirms, in the page; no other member can', async () => {
  const somebody = await member(world, fortuna, 'support');
  const asking = await askFor(world, somebody);
  await world.deliver();
  await asking.prove();
  const others = await open('/phone-changes', manager.client);
  await others.page.getByText('Personne n’attend').waitFor();
  await others.done();
  const { page, done } = await open('/', fortuna.admin.client);
  await page.getByRole('button', { name: 'Compte' }).click();
  await page.getByRole('menuitem', { name: 'Téléphones perdus' }).click();
  const card = page.getByRole('listitem').filter({ hasText: 'Attend votre confirmation' });
  await card.getByText('Membre de votre équipe').waitFor();
  await card.getByRole('button', { name: 'Confirmer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^J’ai parlé à/ }).check();
  await dialog.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByText(/est confirmé\. Il change dans 24 heures\.$/).waitFor();
  await expect.poll(() => asking.state()).toBe('confirmed');
  await done();
  await asking.takeEffect();
  const again = await signIn(world, { email: somebody.email, phone: asking.phone });
  expect((await again.get('/api/me')).body.phone).toBe(asking.phone);
});
