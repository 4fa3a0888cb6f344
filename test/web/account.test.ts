import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appOf, enrol, withPassword } from '../support/authenticator.ts';
import { errorOf, type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { askFor } from '../support/lost-phone.ts';
import { type Firm, firm, member, password, signIn } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let fortuna: Firm;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  fortuna = await firm(world);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Does something on the account's page of somebody, and closes it; the page has to have behaved. */
async function onAccount(client: Client, work: (opened: Opened) => Promise<void>) {
  await world.owner`delete from limits`;
  const opened = await openPage(browser, world);
  const { page } = opened;
  page.setDefaultTimeout(10_000);
  try {
    await takeSession(page, world, client);
    await page.goto('/account');
    await page.getByRole('heading', { level: 1, name: 'Mon compte' }).waitFor();
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const codeShape = /^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/;
const me = async (client: Client) => (await client.get('/api/me')).body;

test('R15: the app is enrolled with the password and its first code; its recovery codes are shown once', async () => {
  const manager = await member(world, fortuna);
  await onAccount(manager.client, async ({ page }) => {
    const texts = page.getByRole('switch', { name: 'Codes par SMS' });
    await expect.poll(() => texts.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Ajouter une application' }).click();
    const dialog = page.getByRole('dialog');
    const again = dialog.getByLabel('Confirmez avec votre mot de passe');
    const next = dialog.getByRole('button', { name: 'Continuer' });
    await next.click();
    await expect.poll(() => errorOf(again)).toBe('Saisissez votre mot de passe.');
    await again.fill('not the right password');
    await next.click();
    await expect.poll(() => errorOf(again)).toBe('Ce n’est pas votre mot de passe.');
    await again.fill(password);
    await next.click();

    await dialog.getByRole('img', { name: /^Code QR de la clé/ }).waitFor();
    const app = appOf((await dialog.locator('code').textContent())!.replaceAll(' ', ''));
    const first = dialog.getByLabel('Chiffre 1 sur 6');
    const code = await app.code();
    await first.click();
    await page.keyboard.type(String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
    await dialog.getByRole('alert').filter({ hasText: 'Le code est incorrect' }).waitFor();
    await expect.poll(() => first.inputValue()).toBe('');
    expect((await me(manager.client)).secondFactors.authenticator).toBe(false);
    await first.click();
    await page.keyboard.type(await app.code());

    await dialog.getByText('L’application est ajoutée.').waitFor();
    const codes = await dialog.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    for (const shown of codes) expect(shown).toMatch(codeShape);
    await page.keyboard.press('Escape');
    await dialog.getByText(codes[0]!).waitFor();
    await dialog.getByRole('button', { name: 'Je les ai conservés' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Ajoutée : elle donne vos codes, même sans réseau.').waitFor();
    await page.getByText('Il en reste 10.').waitFor();
    await page.reload();
    await page.getByText('Il en reste 10.').waitFor();
    const shown = await page.locator('body').innerText();
    for (const kept of codes) expect(shown).not.toContain(kept);
    expect((await me(manager.client)).secondFactors.authenticator).toBe(true);
  });
});

test('R15: with an app, codes by text message are switched off and on; without it they come back', async () => {
  const manager = await member(world, fortuna);
  await enrol(world, manager);
  await onAccount(manager.client, async ({ page }) => {
    const texts = page.getByRole('switch', { name: 'Codes par SMS' });
    const dialog = page.getByRole('dialog');
    const confirm = async (verb: string) => {
      await dialog.getByLabel('Confirmez avec votre mot de passe').fill(password);
      await dialog.getByRole('button', { name: verb }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await texts.click({ force: true });
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => texts.isChecked()).toBe(true);
    await texts.click({ force: true });
    await confirm('Désactiver');
    await page.getByText('Les codes par SMS sont désactivés.').waitFor();
    await expect.poll(() => texts.isChecked()).toBe(false);
    expect((await withPassword(world, manager)).methods).toEqual(['totp']);
    await texts.click({ force: true });
    await confirm('Activer');
    await expect.poll(() => texts.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Retirer' }).click();
    await dialog.getByText('Vos codes arriveront de nouveau par SMS.').waitFor();
    await confirm('Retirer');
    await page.getByText('L’application est retirée : vos codes arrivent par SMS.').waitFor();
    await page.getByRole('button', { name: 'Ajouter une application' }).waitFor();
    expect((await withPassword(world, manager)).methods).toEqual(['otp']);
  });
});

test('R15: new recovery codes are shown once, to download too; each signs in, and the former no longer do', async () => {
  const manager = await member(world, fortuna);
  const { recoveryCodes: former } = await enrol(world, manager);
  await onAccount(manager.client, async ({ page }) => {
    await page.getByRole('button', { name: 'Créer dix codes' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Ceux que vous avez déjà cesseront de fonctionner.').waitFor();
    await dialog.getByLabel('Confirmez avec votre mot de passe').fill(password);
    await dialog.getByRole('button', { name: 'Créer dix codes' }).click();
    await dialog.getByText('Ils ne seront plus jamais affichés.').waitFor();
    const codes = await dialog.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Télécharger' }).click();
    const file = await readFile(await (await coming).path(), 'utf8');
    for (const code of codes) expect(file).toContain(code);
    await dialog.getByRole('button', { name: 'Je les ai conservés' }).click();
    await dialog.waitFor({ state: 'detached' });

    const tried = async (code: string) => {
      const { client } = await withPassword(world, manager);
      return (await client.post('/api/auth/two-factor/verify-backup-code', { code })).status;
    };
    expect(await tried(former[0]!)).not.toBe(200);
    expect(await tried(codes[0]!)).toBe(200);
    await page.reload();
    await page.getByText('Il en reste 9.').waitFor();
    await expect.poll(() => page.locator('body').innerText()).not.toContain(codes[1]);
  });
});

test('R15: sessions are listed with their device; one is ended, then all the others, and this one stays', async () => {
  const manager = await member(world, fortuna);
  const [phone, tablet, office] = [
    await signIn(world, manager),
    await signIn(world, manager),
    await signIn(world, manager),
  ];
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1';
  const { body } = await phone.get('/api/me/sessions');
  const { id } = body.items.find(({ current }: { current: boolean }) => current);
  await world.owner`update sessions set user_agent = ${iphone} where id = ${id}`;
  await onAccount(manager.client, async ({ page }) => {
    const rows = page.getByRole('region', { name: 'Où vous êtes connecté' }).getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(4);
    const own = rows.filter({ hasText: 'Cet appareil' });
    await expect.poll(() => own.count()).toBe(1);
    await expect.poll(() => own.getByRole('button').count()).toBe(0);
    await page.getByRole('button', { name: 'Déconnecter : Safari, iPhone' }).click();
    await page.getByText('Safari, iPhone est déconnecté.').waitFor();
    await expect.poll(() => rows.count()).toBe(3);
    expect((await phone.get('/api/me')).status).toBe(401);
    expect((await tablet.get('/api/me')).status).toBe(200);

    const all = 'Déconnecter tous les autres';
    await page.getByRole('button', { name: all }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await tablet.get('/api/me')).status).toBe(200);
    await page.getByRole('button', { name: all }).click();
    await dialog.getByText('Seul cet appareil reste connecté.').waitFor();
    await dialog.getByRole('button', { name: all }).click();
    await page.getByText('Tous vos autres appareils sont déconnectés.').waitFor();
    await expect.poll(() => rows.count()).toBe(1);
    await expect.poll(() => page.getByRole('button', { name: all }).count()).toBe(0);
    for (const client of [tablet, office]) expect((await client.get('/api/me')).status).toBe(401);
    expect((await manager.client.get('/api/me')).status).toBe(200);
  });
});

test('R15: the password is changed; a wrong one is said beside its field, and every other session ends', async () => {
  const manager = await member(world, fortuna);
  const other = await signIn(world, manager);
  const chosen = 'quatre mots pas devinés';
  await onAccount(manager.client, async ({ page }) => {
    const rows = page.getByRole('region', { name: 'Où vous êtes connecté' }).getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole('button', { name: 'Changer de mot de passe' }).click();
    const dialog = page.getByRole('dialog', { name: 'Changer de mot de passe' });
    const present = dialog.getByRole('textbox', { name: 'Mot de passe actuel' });
    const next = dialog.getByRole('textbox', { name: 'Nouveau mot de passe' });
    const save = dialog.getByRole('button', { name: 'Changer de mot de passe' });
    await present.fill('not the right password');
    await next.fill('court');
    await save.click();
    await dialog.getByText(/^Il faut \d+ caractères au moins\.$/).waitFor();
    await next.fill(chosen);
    await dialog.getByRole('status').getByText('Fort').waitFor();
    await save.click();
    await expect.poll(() => errorOf(present)).toBe('Ce n’est pas votre mot de passe.');
    await expect.poll(() => dialog.getByRole('alert').count()).toBe(0);
    await expect.poll(() => next.inputValue()).toBe(chosen);
    expect((await other.get('/api/me')).status).toBe(200);

    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' });
    await question.getByRole('button', { name: 'Rester' }).click();
    await question.waitFor({ state: 'detached' });
    await present.fill(password);
    await save.click();
    await page.getByText('Votre mot de passe est changé').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => rows.count()).toBe(1);
    expect((await other.get('/api/me')).status).toBe(401);
    expect((await manager.client.get('/api/me')).status).toBe(200);
    expect((await (await signIn(world, manager, chosen)).get('/api/me')).status).toBe(200);
  });
});

test('R15: a new number that waits to be confirmed is cancelled on the account’s page, after the consequences', async () => {
  const manager = await member(world, fortuna);
  const asking = await askFor(world, manager);
  await world.deliver();
  await asking.prove();
  await onAccount(manager.client, async ({ page }) => {
    const pending = page.getByRole('alert').filter({ hasText: 'Un nouveau numéro est demandé' });
    await pending.getByText('Le numéro est vérifié et attend d’être confirmé').waitFor();
    const cancel = pending.getByRole('button', { name: 'Annuler la demande' });
    const question = page.getByRole('dialog');
    await cancel.click();
    await question.getByText('il faudra recommencer depuis le début').waitFor();
    await question.getByRole('button', { name: 'Annuler', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    expect(await asking.state()).toBe('waiting');
    await cancel.click();
    await question.getByRole('button', { name: 'Annuler la demande' }).click();
    await page.getByText('La demande est annulée. Votre numéro reste celui d’avant.').waitFor();
    await pending.waitFor({ state: 'detached' });
    expect(await asking.state()).toBe('cancelled');
    expect((await me(manager.client)).phone).toBe(manager.phone);
  });
});
