import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { maskedEmail } from '../../src/domain/email.ts';
import { errorOf, type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { tokenIn } from '../support/inbox.ts';
import {
  advisor,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  password,
  person,
  type Somebody,
  signIn,
} from '../support/people.ts';
import { addMember, pendingMember } from '../support/team.ts';
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
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

type Page = Opened['page'];

async function at(
  path: string,
  work: (page: Page) => Promise<void>,
  { by, ...options }: BrowserContextOptions & { by?: Client } = {},
) {
  const { page, errors, close } = await openPage(browser, world, options);
  if (by) await takeSession(page, world, by);
  try {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await work(page);
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
}

/** Where the link of the newest e-mail to an address leads. */
async function linkTo(email: string): Promise<string> {
  await world.deliver();
  return `/invitations/${tokenIn(world.inbox.to(email).at(-1)!)}`;
}

/** A family member with a right, invited. */
async function invited(right: 'read_write' | 'read_only' = 'read_only') {
  const personId = await person(manager, where);
  const given = await give(manager, where, personId, right);
  return { ...given, personId, link: await linkTo(given.email) };
}

/** A notary, invited in French. */
async function invitedNotary() {
  const notary = await advisor(manager, where);
  await manager.client.put(`${where.path}/access-rights/advisors/${notary.id}`, { right: 'read_write' });
  return { ...notary, link: await linkTo(notary.email) };
}

const stateOf = async (email: string) => {
  const [row] = await world.owner<{ state: string }[]>`select state from grants where email = ${email}`;
  return row!.state;
};
const gone = 'Ce lien ne fonctionne plus';

/** All that is said where a link is dead. */
async function deadPage(link: string): Promise<string> {
  let text = '';
  await at(link, async (page) => {
    await page.getByRole('heading', { name: gone }).waitFor();
    text = await page.getByRole('main').innerText();
  });
  return text;
}
const left = /^Encore \d+ jours pour accepter, jusqu’au .+\d{4}/;

test('the offer says who invites, to what, what the right allows and until when; accepting leads into the dossier', async () => {
  const { link, email, phone } = await invitedNotary();
  await at(link, async (page) => {
    await page.getByRole('heading', { name: 'Invitation au dossier Famille Dupont' }).waitFor();
    await page.getByText(/^Max Member \d+ \(Fortuna\) vous invite\.$/).waitFor();
    await page
      .getByRole('heading', { name: 'Votre droit : lecture et écriture (Conseiller externe)' })
      .waitFor();
    await expect
      .poll(() => page.getByRole('list').first().getByRole('listitem').allInnerTexts())
      .toEqual([
        'Vous lisez tout le dossier.',
        'Vous modifiez seulement la famille et les inventaires du patrimoine et des donations.',
        'Vous ne créez ni simulations ni rapports.',
      ]);
    await page.getByText(left).waitFor();
    await page.getByRole('button', { name: 'Accepter' }).click();
    await page.getByText(`Vous vous connecterez avec l’adresse ${maskedEmail(email)}.`).waitFor();
    await page.getByLabel('Nouveau mot de passe').fill('court');
    await page.getByRole('button', { name: /^Envoyer un code au/ }).click();
    await expect
      .poll(() => errorOf(page.getByLabel('Nouveau mot de passe')))
      .toMatch(/Il faut \d+ caractères au moins\./);
    await page.getByLabel('Nouveau mot de passe').fill(password);
    await page.getByRole('button', { name: /^Envoyer un code au/ }).click();
    await page.getByText('Saisissez les six chiffres').waitFor();
    await page.keyboard.type(world.inbox.codeFor(phone));
    await page.getByText('Bienvenue dans le dossier Famille Dupont.').waitFor();
    await page.getByRole('heading', { name: 'Famille Dupont' }).waitFor();
  });
  expect(await deadPage(link)).toBe(await deadPage('/invitations/unknown'));
});

test('a holder is told that his access is for ever (R5), and what he gives further', async () => {
  const couple = await dossier(manager);
  const { email } = await give(manager, couple, couple.holderId);
  await at(await linkTo(email), async (page) => {
    await page.getByText('Vous gardez cet accès pour toujours : personne ne peut vous le retirer.').waitFor();
    await page.getByText(/^Vous pouvez donner accès à d’autres personnes de la famille/).waitFor();
    await page.getByRole('heading', { name: 'Votre droit : lecture et écriture (Titulaire)' }).waitFor();
  });
});

test('declining says what follows and that the link is the way back; it then accepts all the same (R13)', async () => {
  const { link, email } = await invitedNotary();
  await at(link, async (page) => {
    await page.getByRole('button', { name: 'Refuser' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Vous ne recevrez plus de rappel, et Max Member \d+ en est informé\./).waitFor();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await stateOf(email)).toBe('waiting_first_reminder');
    await page.getByRole('button', { name: 'Refuser' }).click();
    await dialog.getByRole('button', { name: 'Refuser' }).click();
    await page.getByText(/^Vous avez refusé cette invitation\. Vous pouvez encore l’accepter/).waitFor();
    expect(await stateOf(email)).toBe('declined');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('button', { name: 'Refuser' }).count()).toBe(0);
  });
  await at(link, async (page) => {
    await page.getByText(/^Vous avez refusé cette invitation/).waitFor();
    await page.getByRole('button', { name: 'Accepter' }).click();
    await page.getByLabel('Nouveau mot de passe').waitFor();
  });
});

test('a link that is unknown or withdrawn shows the same page (R17)', async () => {
  const { link, personId } = await invited();
  await at(link, (page) => page.getByText('Vous ne modifiez rien.').waitFor());
  const line = `${where.path}/access-rights/persons/${personId}`;
  expect((await manager.client.put(line, { right: 'none' })).status).toBe(200);
  const dead = await deadPage(link);
  expect(dead).toContain('Vous avez un compte ? Connectez-vous');
  expect(dead).toBe(await deadPage('/invitations/unknown'));
});

test('opening the link, again and again, consumes nothing', async () => {
  const { link, email } = await invitedNotary();
  const rows = () => world.owner`select * from grants where email = ${email}`;
  const before = [...(await rows())];
  for (let i = 0; i < 3; i++) {
    await at(link, (page) => page.getByRole('button', { name: 'Accepter' }).waitFor());
  }
  expect([...(await rows())]).toEqual(before);
});

test('at 360 px nothing overflows, neither the offer nor the account nor the dead link', async () => {
  const { link } = await invitedNotary();
  const viewport = { width: 360, height: 740 };
  const lost = (page: Page) =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await at(
    link,
    async (page) => {
      await page.getByText(left).waitFor();
      expect(await lost(page)).toBe(0);
      await page.getByRole('button', { name: 'Accepter' }).click();
      await page.getByLabel('Nouveau mot de passe').waitFor();
      expect(await lost(page)).toBe(0);
    },
    { viewport },
  );
  await at('/invitations/unknown', async (page) => expect(await lost(page)).toBe(0), { viewport });
});

const firstDigit = (page: Page) => page.getByLabel('Chiffre 1 sur 6');
const codeAgain = (page: Page) => page.getByRole('button', { name: 'Envoyer un nouveau code' });
/** A code of as many digits that isn't this one. */
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Chooses a password at an invitation, and has a code sent. */
async function toCode(page: Page) {
  await page.getByRole('button', { name: 'Accepter' }).click();
  await page.getByLabel('Nouveau mot de passe').fill(password);
  await page.getByRole('button', { name: /^Envoyer un code au/ }).click();
  await page.getByText('Saisissez les six chiffres').waitFor();
}

test('R15: an invitee who typed five wrong codes reads that this one is used up; a new one makes the account', async () => {
  const { link, phone } = await invitedNotary();
  await at(link, async (page) => {
    await toCode(page);
    const type = async (code: string) => {
      const refused = page.waitForResponse('**/account');
      await firstDigit(page).click();
      await page.keyboard.type(code);
      await refused;
      await expect.poll(() => firstDigit(page).inputValue()).toBe('');
    };
    for (let i = 0; i < 5; i++) await type(otherThan(world.inbox.codeFor(phone)));
    await expect.poll(() => errorOf(firstDigit(page))).toMatch(/^Le code est incorrect ou a expiré\./);
    await type(world.inbox.codeFor(phone));
    await expect
      .poll(() => errorOf(firstDigit(page)))
      .toMatch(/^Trop d’essais : ce code ne sert plus\. Demandez-en un nouveau/);
    await codeAgain(page).click();
    await page.getByText('Un nouveau code est en route.').waitFor();
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(phone));
    await page.getByRole('heading', { name: 'Famille Dupont' }).waitFor();
  });
});

test('R15: an expired code makes no account, is refused as a wrong one is, and a new one makes it', async () => {
  const { link, phone } = await invitedNotary();
  await at(link, async (page) => {
    await toCode(page);
    await world.owner`update codes set expires_at = now() - interval '1 second' where phone = ${phone}`;
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(phone));
    await expect
      .poll(() => errorOf(firstDigit(page)))
      .toBe('Le code est incorrect ou a expiré. Si cela se reproduit, demandez-en un nouveau.');
    await codeAgain(page).click();
    await page.getByText('Un nouveau code est en route.').waitFor();
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(phone));
    await page.getByRole('heading', { name: 'Famille Dupont' }).waitFor();
  });
});

test('R15: where ten codes were sent in an hour, the page says until when, whom to ask, and the last code still makes the account', async () => {
  const { link, phone } = await invitedNotary();
  await at(link, async (page) => {
    await toCode(page);
    await world.owner`update limits set points = 10 where key = ${`codes:${phone}`}`;
    await codeAgain(page).click();
    await page
      .getByRole('alert')
      .filter({ hasText: /Trop de codes ont été envoyés à ce numéro\. Réessayez dans \d\d minutes\./ })
      .waitFor();
    await page.getByText('Demandez à la personne qui vous a invité').waitFor();
    await firstDigit(page).click();
    await page.keyboard.type(world.inbox.codeFor(phone));
    await page.getByRole('heading', { name: 'Famille Dupont' }).waitFor();
  });
});

/** Signs in where the page asks for it. */
async function signInAs(page: Page, { email, phone }: Somebody) {
  await world.owner`delete from limits`;
  await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('heading', { name: 'Saisissez le code' }).waitFor();
  await page.keyboard.type(world.inbox.codeFor(phone));
}

test('R15: who has an account signs in from the invitation to a team, comes back to it and joins; the link is used then', async () => {
  const minerva = await firm(world, 'Minerva');
  const known = await insider(world, manager, where, await person(manager, where));
  await addMember(minerva.admin.client, minerva, { email: known.email, phone: known.phone, language: 'fr' });
  const link = await linkTo(known.email);
  await at(link, async (page) => {
    await page.getByRole('link', { name: 'Se connecter pour accepter' }).click();
    await signInAs(page, known);
    await page.getByRole('heading', { name: 'Invitation dans l’équipe de Minerva' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(link);
    await page.getByRole('button', { name: `Accepter avec ${known.email}` }).click();
    await page.getByText('Vous faites partie de l’équipe de Minerva.').waitFor();
    await page.getByRole('link', { name: 'Équipe' }).waitFor();
  });
  expect(await deadPage(link)).toBe(await deadPage('/invitations/unknown'));
});

test('R9: a member’s invitation makes an account, and its link works 30 days after the last e-mail: then it shows the page of a dead one', async () => {
  const { email, phone } = await pendingMember(fortuna);
  const link = await linkTo(email);
  const inDutch = { locale: 'nl-BE' };
  await at(
    link,
    async (page) => {
      await page.getByRole('heading', { name: /Fortuna/ }).waitFor();
      await page.getByRole('button', { name: 'Aanvaarden' }).click();
      await page.getByLabel('Nieuw wachtwoord').fill(password);
      await page.getByRole('button', { name: /^Een code sturen naar/ }).click();
      await page.getByRole('textbox').nth(1).waitFor();
      await world.owner`
        update grants set state = 'unanswered', expires_at = now() - interval '1 second' where email = ${email}`;
      await page.keyboard.type(world.inbox.codeFor(phone));
      await page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor();
    },
    inDutch,
  );
  expect(await deadPage(link)).toBe(await deadPage('/invitations/unknown'));
});

test('R15: who has an account joins a team with it; with another account he is told so, and changes to his', async () => {
  const minerva = await firm(world, 'Minerva');
  const known = await insider(world, manager, where, await person(manager, where));
  await addMember(minerva.admin.client, minerva, { email: known.email, phone: known.phone, language: 'fr' });
  const link = await linkTo(known.email);
  await at(
    link,
    async (page) => {
      await page.getByRole('heading', { name: 'Invitation dans l’équipe de Minerva' }).waitFor();
      await page.getByRole('button', { name: `Accepter avec ${manager.email}` }).click();
      await page.getByText('Cette invitation est pour une autre adresse').waitFor();
      await page.getByText(`Vous êtes connecté avec ${manager.email}`).waitFor();
      await page.getByRole('button', { name: 'Changer de compte' }).click();
      await signInAs(page, known);
      await page.getByRole('button', { name: `Accepter avec ${known.email}` }).waitFor();
    },
    { by: await signIn(world, manager) },
  );
  await at(
    link,
    async (page) => {
      await page.getByRole('button', { name: `Accepter avec ${known.email}` }).click();
      await page.getByText('Vous faites partie de l’équipe de Minerva.').waitFor();
    },
    { by: known.client },
  );
});
