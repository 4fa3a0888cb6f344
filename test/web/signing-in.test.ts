import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrol, unused } from '../support/authenticator.ts';
import {
  errorOf,
  type Opened,
  openBrowser,
  openPage,
  signInByPage,
  takeSession,
} from '../support/browser.ts';
import { dossier, type Firm, firm, member, password, type Somebody, signIn } from '../support/people.ts';
import { resetToken } from '../support/reset-token.ts';
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

/** Does something in a page where nobody has signed in, and closes it; the page has to have behaved. */
async function onPage(work: (opened: Opened) => Promise<void>) {
  await world.owner`delete from limits`;
  const opened = await openPage(browser, world);
  opened.page.setDefaultTimeout(10_000);
  try {
    await work(opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

async function typePassword(page: Page, { email }: { email: string }, typed = password) {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(typed);
  await page.getByRole('button', { name: 'Continuer' }).click();
}

/** A code of as many digits that isn't this one. */
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const list = (page: Page) => heading(page, 'Mes dossiers');

test('signing in: a wrong password is said without telling whether the address has an account', async () => {
  const manager = await member(world, fortuna);
  const seen: string[] = [];
  for (const email of [manager.email, 'nobody@people.test']) {
    await onPage(async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Continuer' }).click();
      await page.getByText('Saisissez votre adresse e-mail.').waitFor();
      await page.getByText('Saisissez votre mot de passe.').waitFor();
      await typePassword(page, { email }, 'not the right password');
      const alert = page.getByRole('alert').filter({ hasText: 'mot de passe est incorrect' });
      await alert.waitFor();
      seen.push(await alert.innerText());
    });
  }
  expect(seen[0]).toBe(seen[1]);
});

test('R15: a code by text message; a wrong one is said beside it, another is sent on demand, and whoever was on the way to a page comes there', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await page.goto('/account');
    await page.getByText('Connectez-vous pour ouvrir la page demandée.').waitFor();
    await typePassword(page, manager);
    await heading(page, 'Saisissez le code').waitFor();
    await page.keyboard.type(otherThan(world.inbox.codeFor(manager.phone)));
    await page.getByRole('alert').filter({ hasText: 'Le code est incorrect ou a expiré.' }).waitFor();
    const first = page.getByLabel('Chiffre 1 sur 6');
    await expect.poll(() => first.inputValue()).toBe('');
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")'))
      .toBe('Chiffre 1 sur 6');

    const sent = () => world.inbox.to(`${manager.phone}@sms.localhost`).length;
    const before = sent();
    await page.getByRole('button', { name: 'Envoyer un nouveau code' }).click();
    await page.getByText('Un nouveau code est en route.').waitFor();
    expect(sent()).toBe(before + 1);
    await first.click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await heading(page, 'Mon compte').waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
  });
});

/** The second step of signing in, a code having been sent. */
async function toCode(page: Page, who: Somebody) {
  await page.goto('/sign-in');
  await typePassword(page, who);
  await heading(page, 'Saisissez le code').waitFor();
}

const firstDigit = (page: Page) => page.getByLabel('Chiffre 1 sur 6');
const again = (page: Page) => page.getByRole('button', { name: 'Envoyer un nouveau code' });

/** Types a code that isn't the one sent, and awaits its refusal. */
async function typeWrong(page: Page, who: Somebody) {
  const refused = page.waitForResponse('**/verify-otp');
  await firstDigit(page).click();
  await page.keyboard.type(otherThan(world.inbox.codeFor(who.phone)));
  await refused;
  await expect.poll(() => firstDigit(page).inputValue()).toBe('');
}

test('R15: after five wrong codes the page says that this one is used up, also to a screen reader at the field; a new one leads in', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await toCode(page, manager);
    for (let i = 0; i < 5; i++) await typeWrong(page, manager);
    await page.getByRole('alert').filter({ hasText: 'Le code est incorrect ou a expiré.' }).waitFor();
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await page
      .getByRole('alert')
      .filter({ hasText: 'Trop d’essais : ce code ne sert plus. Demandez-en un nouveau' })
      .waitFor();
    await expect.poll(() => errorOf(firstDigit(page))).toMatch(/^Trop d’essais/);
    await again(page).click();
    await page.getByText('Un nouveau code est en route.').waitFor();
    await expect.poll(() => page.getByText('Trop d’essais').count()).toBe(0);
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await list(page).waitFor();
  });
});

test('R15: a code that has expired is refused as a wrong one is, and a new one leads in', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await toCode(page, manager);
    await world.owner`update verifications set expires_at = now() - interval '1 second' where value like '%:0'`;
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await expect
      .poll(() => errorOf(firstDigit(page)))
      .toBe('Le code est incorrect ou a expiré. Si cela se reproduit, demandez-en un nouveau.');
    await again(page).click();
    await page.getByText('Un nouveau code est en route.').waitFor();
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await list(page).waitFor();
  });
});

/** As if so many codes had been sent to a number in the last hour. */
const codesSent = ({ phone }: Somebody, points: number) => world.owner`
  insert into limits (key, points, resets_at)
  values (${`codes:${phone}`}, ${points}, now() + interval '59 minutes')
  on conflict (key) do update set points = excluded.points, resets_at = excluded.resets_at`;

test('R15: after ten codes in an hour no other is sent, until when is said, and the last one still leads in', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await codesSent(manager, 9);
    await toCode(page, manager);
    await again(page).click();
    const alert = page.getByRole('alert').filter({ hasText: 'Trop de codes ont été envoyés à ce numéro.' });
    await alert.filter({ hasText: 'Réessayez dans 59 minutes.' }).waitFor();
    await expect.poll(() => page.getByText('Un nouveau code est en route.').count()).toBe(0);
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await list(page).waitFor();
  });
});

test('R15: where no code can be sent any more, signing in offers to try later, and a recovery code now', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await codesSent(manager, 10);
    await toCode(page, manager);
    await page.getByRole('alert').filter({ hasText: 'Réessayez dans 59 minutes.' }).waitFor();
    await expect.poll(() => firstDigit(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).waitFor();
    await world.owner`delete from limits`;
    await page.getByRole('button', { name: 'Envoyer le code' }).click();
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await list(page).waitFor();
  });
});

test('R15: after ten wrong passwords even the right one is refused, and the page says for how long', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await page.goto('/sign-in');
    await typePassword(page, manager, 'not the right password');
    await page.getByRole('alert').filter({ hasText: 'mot de passe est incorrect' }).waitFor();
    await world.owner`
      update limits set points = 10, resets_at = now() + interval '14 minutes' where key like 'password:%'`;
    await typePassword(page, manager);
    await page
      .getByRole('alert')
      .filter({ hasText: 'Trop d’essais infructueux. Réessayez dans 14 minutes.' })
      .waitFor();
    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).waitFor();
  });
});

test('R15: a code of the authenticator app, or in its place one by text message or a recovery code, which works once', async () => {
  const manager = await member(world, fortuna);
  const { app, recoveryCodes } = await enrol(world, manager);
  const code = recoveryCodes[0]!;
  await onPage(async ({ page }) => {
    await page.goto('/sign-in');
    await typePassword(page, manager);
    await heading(page, 'Le code de votre application').waitFor();
    await page.keyboard.type(otherThan(await app.code()));
    await page.getByRole('alert').filter({ hasText: 'Le code est incorrect ou a expiré.' }).waitFor();
    await page.getByLabel('Chiffre 1 sur 6').click();
    await page.keyboard.type(await app.code());
    await list(page).waitFor();
  });

  await onPage(async ({ page }) => {
    const sent = () => world.inbox.to(`${manager.phone}@sms.localhost`).length;
    const before = sent();
    await page.goto('/sign-in');
    await typePassword(page, manager);
    await heading(page, 'Le code de votre application').waitFor();
    await page.getByRole('button', { name: 'Recevoir un code par SMS' }).click();
    await page.getByText('Nous enverrons un code de six chiffres').waitFor();
    expect(sent()).toBe(before);
    await page.getByRole('button', { name: 'Envoyer le code' }).click();
    await page.getByText('Nous avons envoyé un SMS').waitFor();
    await page.getByLabel('Chiffre 1 sur 6').click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await list(page).waitFor();
  });

  await onPage(async ({ page }) => {
    await page.goto('/sign-in');
    await typePassword(page, manager);
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await heading(page, 'Un code de secours').waitFor();
    const field = page.getByLabel('Code de secours');
    const send = page.getByRole('button', { name: 'Se connecter' });
    await field.fill('abc');
    await send.click();
    await page.getByText('Un code de secours compte dix lettres et chiffres.').waitFor();
    await field.fill('AAAAA-BBBBB');
    await send.click();
    await page.getByText('Ce code n’est pas le bon, ou il a déjà servi.').waitFor();
    await field.fill(` ${code.replace('-', ' ')} `);
    await send.click();
    await list(page).waitFor();
  });

  await onPage(async ({ page }) => {
    await page.goto('/sign-in');
    await typePassword(page, manager);
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    await page.getByLabel('Code de secours').fill(code);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByText('Ce code n’est pas le bon, ou il a déjà servi.').waitFor();
    await page.getByRole('button', { name: 'Utiliser l’application d’authentification' }).click();
    await heading(page, 'Le code de votre application').waitFor();
    await unused(world, manager);
    await page.getByLabel('Chiffre 1 sur 6').click();
    await page.keyboard.type(await app.code());
    await list(page).waitFor();
  });
});

test('a second step that took too long begins again with the password, and says so', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await page.goto('/sign-in');
    await typePassword(page, manager);
    await heading(page, 'Saisissez le code').waitFor();
    const code = world.inbox.codeFor(manager.phone);
    await page.context().clearCookies();
    await page.keyboard.type(code);
    await page.getByText('Le temps pour saisir le code est écoulé.').waitFor();
    await typePassword(page, manager);
    await heading(page, 'Saisissez le code').waitFor();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await list(page).waitFor();
  });
});

test('R15: a forgotten password, by the link in the e-mail: every session ends, the code stays asked, the link works once', async () => {
  const manager = await member(world, fortuna);
  const chosen = 'quatre mots pas devinés';
  await onPage(async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByLabel('Adresse e-mail').fill(manager.email);
    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    await heading(page, 'Mot de passe oublié').waitFor();
    await expect.poll(() => page.getByLabel('Adresse e-mail').inputValue()).toBe(manager.email);
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await page.getByText('Si cette adresse a un compte, un lien est en route.').waitFor();
    const link = `/reset-password?token=${await resetToken(world, manager.email)}`;

    await page.goto(link);
    await heading(page, 'Choisissez un nouveau mot de passe').waitFor();
    const field = page.getByRole('textbox', { name: 'Nouveau mot de passe' });
    const save = page.getByRole('button', { name: 'Enregistrer le mot de passe' });
    await field.fill('court');
    await page.getByRole('status').getByText('Faible').waitFor();
    await save.click();
    await page.getByText(/^Il faut \d+ caractères au moins\.$/).waitFor();
    await field.fill(chosen);
    await page.getByRole('status').getByText('Fort').waitFor();
    await save.click();
    await page.getByText('Votre nouveau mot de passe est enregistré').waitFor();
    expect((await manager.client.get('/api/me')).status).toBe(401);
    await signInByPage(page, world, manager, chosen);

    await page.goto(link);
    await field.fill('encore un autre choisi');
    await save.click();
    await heading(page, 'Ce lien ne fonctionne plus').waitFor();
    await page.getByRole('link', { name: 'Demander un nouveau lien' }).click();
    await page.getByRole('button', { name: 'Envoyer le lien' }).waitFor();
  });
});

test('a screen reader hears how strong a new password is while it is typed, and what is wrong with it at its field (WCAG 3.3.1, 4.1.3)', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    await page.goto('/forgotten-password');
    await page.getByLabel('Adresse e-mail').fill(manager.email);
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await page.getByText('Si cette adresse a un compte, un lien est en route.').waitFor();
    await page.goto(`/reset-password?token=${await resetToken(world, manager.email)}`);
    const field = page.getByRole('textbox', { name: 'Nouveau mot de passe' });
    await field.waitFor();
    // What is announced was there, empty, before it is filled: an element that comes with its text is read by few.
    const said = await page.locator('form').getByRole('status').elementHandle();
    await expect.poll(() => said!.textContent()).toBe('');
    await field.pressSequentially('azerty');
    await expect.poll(() => said!.textContent()).toMatch(/^Faible/);
    await expect.poll(() => errorOf(field)).toBe('');
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await expect.poll(() => errorOf(field)).toMatch(/Il faut \d+ caractères au moins\./);
    await field.fill('quatre mots pas devinés');
    await expect.poll(() => said!.textContent()).toBe('Fort');
    await expect.poll(() => errorOf(field)).toBe('');
  });
});

test('a link to a new password that has lost its token says that it is dead; an address without an account gets no other answer', () =>
  onPage(async ({ page }) => {
    await page.goto('/reset-password');
    await heading(page, 'Ce lien ne fonctionne plus').waitFor();
    await page.getByRole('link', { name: 'Demander un nouveau lien' }).click();
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await page.getByText('Saisissez votre adresse e-mail.').waitFor();
    await page.getByLabel('Adresse e-mail').fill('nobody@people.test');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await page.getByText('Si cette adresse a un compte, un lien est en route.').waitFor();
    await page.getByRole('link', { name: 'Retour à la connexion' }).click();
    await heading(page, 'Se connecter').waitFor();
  }));

/** A page of a dossier's settings with a name typed, whose session has just been ended. */
async function endedMidway(page: Page, who: Somebody) {
  const where = await dossier(who);
  await takeSession(page, world, who.client);
  await page.goto(`/dossiers/${where.id}/settings`);
  await page.getByLabel('Nom', { exact: true }).fill('Famille Renommée');
  await world.owner`delete from sessions where user_id = ${who.id}`;
  await page.getByRole('button', { name: 'Renommer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Votre session a pris fin' });
  await dialog.waitFor();
  return { dialog, where };
}

test('a session that ends midway is renewed in a dialog above the page; what was typed is still there', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    const { dialog, where } = await endedMidway(page, manager);
    await dialog.getByText('ce que vous aviez saisi est toujours là').waitFor();
    await expect.poll(() => dialog.getByLabel('Adresse e-mail').inputValue()).toBe(manager.email);
    await expect.poll(() => dialog.getByLabel('Adresse e-mail').isEditable()).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
    await dialog.getByRole('button', { name: 'Continuer' }).click();
    await dialog.getByText('Nous avons envoyé un SMS').waitFor();
    await dialog.getByLabel('Chiffre 1 sur 6').click();
    await page.keyboard.type(world.inbox.codeFor(manager.phone));
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Famille Renommée');
    await page.getByRole('button', { name: 'Renommer' }).click();
    await heading(page, 'Famille Renommée').waitFor();
    const again = await signIn(world, manager);
    expect((await again.get(where.path)).body.name).toBe('Famille Renommée');
  });
});

test('whose session has ended may go in with another account: he is asked first whether what he typed may be lost', async () => {
  const manager = await member(world, fortuna);
  await onPage(async ({ page }) => {
    const { dialog } = await endedMidway(page, manager);
    const other = dialog.getByRole('button', { name: 'Utiliser un autre compte' });
    const asked = async (answer: 'accept' | 'dismiss') => {
      const coming = page.waitForEvent('dialog');
      const clicked = other.click();
      const question = await coming;
      await question[answer]();
      await clicked;
      return question.message();
    };
    expect(await asked('dismiss')).toMatch(/^Ce que vous avez saisi n’est pas enregistré et sera perdu\./);
    await expect.poll(() => page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Famille Renommée');
    await dialog.waitFor();
    await asked('accept');
    // The dialog has that heading and that field, too, with the address of whose session ended.
    await dialog.waitFor({ state: 'hidden' });
    await heading(page, 'Se connecter').waitFor();
    await expect.poll(() => page.getByLabel('Adresse e-mail').isEditable()).toBe(true);
  });
});
