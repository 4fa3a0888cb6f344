import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engage, lineOf, register } from '../support/access.ts';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { tokenIn } from '../support/inbox.ts';
import { dayIn } from '../support/limited.ts';
import {
  accept,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
  type Somebody,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

/* Issue 6, points 3 and 8: the access-rights tab, as its manager, a holder and the team see it. */

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

/** Opens the tab of a dossier as somebody, does something there, and closes it; the page has to have behaved. */
async function at(client: Client, where: Dossier, work: (page: Page, opened: Opened) => Promise<void>) {
  const opened = await openPage(browser, world);
  const { page } = opened;
  page.setDefaultTimeout(10_000);
  try {
    await takeSession(page, world, client);
    await page.goto(`/dossiers/${where.id}/access-rights`);
    await page.getByRole('heading', { name: 'Famille', exact: true }).waitFor();
    await work(page, opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

/** A dossier with a person of the family. */
async function family(firstName = 'Léa', lastName = 'Martin') {
  const where = await dossier(manager);
  return { where, id: await person(manager, where, { firstName, lastName, language: 'fr' }) };
}

/** A dossier with somebody who was invited. */
async function invited() {
  const { where, id } = await family();
  const given = await give(manager, where, id);
  await world.deliver();
  return { where, id, ...given };
}

const contact = () => ({ email: newEmail('lea'), phone: newPhone() });
const openDialog = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `Modifier l’accès de ${name}` }).click();
  return page.getByRole('dialog', { name: `Accès de ${name}` });
};
const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
const frameOf = (page: Page) => page.frameLocator('iframe');

test('point 3: the dialog gives access until a day, with a message that the preview and the e-mail hold', async () => {
  const { where } = await family();
  const { email, phone } = contact();
  const until = await dayIn(world, 40);
  await at(manager.client, where, async (page) => {
    const dialog = await openDialog(page, 'Léa Martin');
    await dialog.getByText('L’aperçu s’affiche dès que').waitFor();
    await dialog.getByText('Ne pourra donner accès à personne d’autre.').waitFor();
    await dialog.getByText('Dès l’acceptation, le dossier s’ouvre').waitFor();
    await dialog.getByLabel('Adresse e-mail').fill(email);
    await dialog.getByLabel('Téléphone mobile').fill(phone);
    await dialog.getByLabel('Jusqu’au').fill(until);
    await dialog.getByLabel('Message personnel').fill('Bonjour Léa,\nvoici le dossier.');
    await dialog.getByText(`À : ${email}`).waitFor();
    await dialog.getByText('Objet : Invitation à accéder à un dossier client').waitFor();
    await frameOf(page).getByText('voici le dossier.').waitFor();
    await frameOf(page).getByText('Ouvrir l’invitation').waitFor();
    await expect.poll(() => frameOf(page).locator('a[href]').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Léa Martin a accès en lecture seule.').waitFor();
    await rowOf(page, 'Léa Martin')
      .getByText(/^Jusqu’au .* inclus$/)
      .waitFor();
    await rowOf(page, 'Léa Martin')
      .getByText(/Donné par Max Member/)
      .waitFor();
  });
  await world.deliver();
  const mail = await world.inbox.nth(email, 1);
  expect(mail.text).toContain('> Bonjour Léa,\n> voici le dossier.');
});

test('point 8: the menu on the row changes the level at once, and withdraws after saying what follows', async () => {
  const { where, id } = await invited();
  await at(manager.client, where, async (page) => {
    await page.getByRole('button', { name: 'Droit de Léa Martin : lecture et écriture' }).click();
    await page.getByRole('menuitem', { name: /^Lecture seule/ }).click();
    await page.getByText('Léa Martin a accès en lecture seule.').waitFor();
    expect(await lineOf(manager, where, id)).toMatchObject({ right: 'read_only' });

    await page.getByRole('button', { name: 'Droit de Léa Martin : lecture seule' }).click();
    await page.getByRole('menuitem', { name: 'Retirer l’accès' }).click();
    const question = page.getByRole('dialog', { name: 'Retirer l’accès de Léa Martin ?' });
    await question.getByText('son lien ne fonctionnera plus').waitFor();
    await question.getByRole('button', { name: 'Annuler' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await lineOf(manager, where, id)).toMatchObject({ right: 'read_only' });

    await page.getByRole('button', { name: 'Droit de Léa Martin : lecture seule' }).click();
    await page.getByRole('menuitem', { name: 'Retirer l’accès' }).click();
    await question.getByRole('button', { name: 'Retirer l’accès' }).click();
    await page.getByText('Léa Martin n’a plus accès.').waitFor();
    await rowOf(page, 'Léa Martin').getByText('Pas d’accès').waitFor();
    expect(await lineOf(manager, where, id)).toMatchObject({ right: 'none' });
  });
});

test('a level chosen by keyboard leaves the focus on its button, while it is saved and afterwards', async () => {
  const { where } = await invited();
  await at(manager.client, where, async (page) => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/access-rights/persons/*', async (route) => {
      await held;
      await route.continue();
    });
    const hasFocus = async (what: Locator) => (await what.and(page.locator(':focus')).count()) === 1;
    const focused = (what: Locator) => expect.poll(() => hasFocus(what)).toBe(true);
    const choose = async (entry: Locator) => {
      await page.keyboard.press('Enter');
      await entry.waitFor();
      await page.locator('[role=menu] :focus, [role=menu]:focus').waitFor({ state: 'attached' });
      for (let i = 0; i < 3 && !(await hasFocus(entry)); i++) await page.keyboard.press('ArrowDown');
      expect(await hasFocus(entry)).toBe(true);
      await page.keyboard.press('Enter');
    };
    await page.getByRole('button', { name: 'Droit de Léa Martin : lecture et écriture' }).focus();
    const readOnly = page.getByRole('menuitem', { name: /^Lecture seule/ });
    await choose(readOnly);
    await readOnly.waitFor({ state: 'detached' });
    const level = page.getByRole('button', { name: 'Droit de Léa Martin : lecture seule' });
    await expect.poll(() => level.getAttribute('aria-busy')).toBe('true');
    await focused(level);
    answer();
    await page.getByText('Léa Martin a accès en lecture seule.').waitFor();
    await focused(level);
    // A question from the menu gives the focus back to it, too.
    await choose(page.getByRole('menuitem', { name: 'Retirer l’accès' }));
    await page.getByRole('dialog').locator(':focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focused(level);
  });
});

test('point 7: a change that the API refuses is undone on the row, and a toast says why', async () => {
  const { where } = await invited();
  await at(manager.client, where, async (page) => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/access-rights/persons/*', async (route) => {
      await held;
      const problem = { type: 'about:blank', status: 403, code: 'not_permitted', title: 'No' };
      await route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem });
    });
    await page.getByRole('button', { name: 'Droit de Léa Martin : lecture et écriture' }).click();
    await page.getByRole('menuitem', { name: /^Lecture seule/ }).click();
    await page.getByRole('button', { name: 'Droit de Léa Martin : lecture seule' }).waitFor();
    answer();
    await page.getByText('L’accès de Léa Martin n’a pas changé').waitFor();
    await page.getByText('Votre rôle ne le permet pas.').waitFor();
    await page.getByRole('button', { name: 'Droit de Léa Martin : lecture et écriture' }).waitFor();
  });
});

test('R13: an invitation is sent again from the row, and the fourth time of a day is refused plainly', async () => {
  const { where, email } = await invited();
  await at(manager.client, where, async (page) => {
    const resend = page.getByRole('button', { name: 'Renvoyer l’invitation à Léa Martin' });
    await resend.click();
    await page.getByText('L’invitation de Léa Martin est renvoyée.').waitFor();
    await expect.poll(() => resend.and(page.locator(':focus')).count()).toBe(1);
    await world.deliver();
    await world.inbox.nth(email, 2);
    for (const time of [2, 3]) {
      await resend.click();
      await expect.poll(() => page.getByText('L’invitation de Léa Martin est renvoyée.').count()).toBe(time);
    }
    await resend.click();
    await page.getByText('Une invitation peut être renvoyée au plus trois fois par jour.').waitFor();
  });
});

test('R5: the access of a holder can’t be withdrawn by the menu nor the dialog, and says why', async () => {
  const where = await dossier(manager);
  await insider(world, manager, where, where.holderId);
  await at(manager.client, where, async (page) => {
    const row = rowOf(page, 'Jeanne Dupont');
    await row.getByText('Titulaire : ne peut pas être retiré ; peut donner accès à la famille.').waitFor();
    await row.getByText(/Compte créé, accès ouvert depuis le/).waitFor();
    await page.getByRole('button', { name: /^Droit de Jeanne Dupont/ }).click();
    await page.getByRole('menuitem', { name: /^Lecture seule/ }).waitFor();
    await expect.poll(() => page.getByRole('menuitem').count()).toBe(2);
    await page.keyboard.press('Escape');
    const dialog = await openDialog(page, 'Jeanne Dupont');
    await dialog.getByText('Cet accès ne peut jamais être retiré.').waitFor();
    await expect.poll(() => dialog.getByRole('radio').count()).toBe(2);
    await expect.poll(() => dialog.getByLabel('Jusqu’au').count()).toBe(0);
    await expect.poll(() => dialog.getByLabel('Adresse e-mail').count()).toBe(0);
  });
});

test('R4: an address that somebody else has access with is refused beside its field', async () => {
  const { where, email } = await invited();
  await person(manager, where, { firstName: 'Hugo', lastName: 'Martin' });
  await at(manager.client, where, async (page) => {
    const dialog = await openDialog(page, 'Hugo Martin');
    await dialog.getByLabel('Adresse e-mail').fill(email);
    await dialog.getByLabel('Téléphone mobile').fill(newPhone());
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => dialog.getByLabel('Adresse e-mail').getAttribute('aria-invalid')).toBe('true');
    const field = await dialog.getByLabel('Adresse e-mail').getAttribute('aria-describedby');
    const said = await page.locator(`[id="${field!.split(' ').at(-1)}"]`).textContent();
    expect(said).toContain('Léa Martin a déjà accès avec cette adresse.');
  });
});

/** The answer to a link, as anybody would open it. */
const opened = async (token: string) => (await world.client().get(`/api/invitations/${token}`)).status;

test('R4, R13: an address corrected in the dialog gets the e-mail, and the link sent to the one before is dead', async () => {
  const { where, email } = await invited();
  const old = tokenIn(await world.inbox.nth(email, 1));
  const { email: corrected } = contact();
  expect(await opened(old)).toBe(200);
  await at(manager.client, where, async (page) => {
    const dialog = await openDialog(page, 'Léa Martin');
    await dialog.getByLabel('Adresse e-mail').fill(corrected);
    await dialog.getByText(`À : ${corrected}`).waitFor();
    await dialog.getByText('L’ancien lien ne fonctionne plus.').waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await rowOf(page, 'Léa Martin').getByText(corrected).waitFor();
    await expect.poll(() => page.getByText(email, { exact: true }).count()).toBe(0);
  });
  await world.deliver();
  const fresh = tokenIn(await world.inbox.nth(corrected, 1));
  expect(await opened(old)).toBe(404);
  expect(await opened(fresh)).toBe(200);
  expect(world.inbox.to(email)).toHaveLength(1);
});

test('R13: an address that the mail server refuses stands on the row; corrected there, it is invited anew', async () => {
  const { where, id } = await family();
  const { email, phone } = contact();
  world.inbox.refuse(email, 550);
  await give(manager, where, id, 'read_only', { email, phone });
  await world.deliver();
  const { email: corrected } = contact();
  await at(manager.client, where, async (page) => {
    const row = rowOf(page, 'Léa Martin');
    await row.getByText('Adresse refusée : corrigez-la').waitFor();
    await row.getByText(email, { exact: true }).waitFor();
    const dialog = await openDialog(page, 'Léa Martin');
    await dialog.getByLabel('Adresse e-mail').fill(corrected);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await row.getByText(corrected, { exact: true }).waitFor();
    await expect.poll(() => row.getByText('Adresse refusée').count()).toBe(0);
    await world.deliver();
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    await row.getByText(/^Invité.*premier rappel le/).waitFor();
  });
  expect(await opened(tokenIn(await world.inbox.nth(corrected, 1)))).toBe(200);
  expect(world.inbox.to(email)).toEqual([]);
});

test('point 7: what was typed isn’t lost by closing the dialog', async () => {
  const { where } = await family();
  await at(manager.client, where, async (page) => {
    const dialog = await openDialog(page, 'Léa Martin');
    await dialog.getByLabel('Adresse e-mail').fill('lea@');
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' });
    await question.getByRole('button', { name: 'Rester' }).click();
    await question.waitFor({ state: 'detached' });
    await expect.poll(() => dialog.getByLabel('Adresse e-mail').inputValue()).toBe('lea@');
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Quitter' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});

test('R2, R17: a member of the team sees who has access, and nothing to change it by', async () => {
  const { where } = await invited();
  const colleague = await member(world, fortuna);
  const body = { mode: 'listed', memberIds: [colleague.memberId] };
  await manager.client.put(`${where.path}/team-access`, body);
  await at(colleague.client, where, async (page) => {
    await rowOf(page, 'Léa Martin')
      .getByText(/^Invité/)
      .waitFor();
    await page.getByText('Seul le chargé du dossier le modifie.').waitFor();
    const changing = /Modifier l’accès|^Droit de|Renvoyer|Ajouter|Autres actions/;
    await expect.poll(() => page.getByRole('button', { name: changing }).count()).toBe(0);
  });
});

test('R3: a holder who may read only is offered that level alone, and no withdrawal', async () => {
  const { where, id } = await family();
  const jeanne = await insider(world, manager, where, where.holderId, 'read_only');
  const { email, phone } = contact();
  await at(jeanne.client, where, async (page) => {
    await rowOf(page, 'Jeanne Dupont').getByText('Vous', { exact: true }).waitFor();
    const dialog = await openDialog(page, 'Léa Martin');
    await dialog.getByText('Vous pouvez donner au plus votre propre niveau').waitFor();
    await expect.poll(() => dialog.getByRole('radio').count()).toBe(1);
    await dialog.getByLabel('Adresse e-mail').fill(email);
    await dialog.getByLabel('Téléphone mobile').fill(phone);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Léa Martin a accès en lecture seule.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Droit de/ }).count()).toBe(0);
    const again = await openDialog(page, 'Léa Martin');
    await expect.poll(() => again.getByRole('radio').count()).toBe(1);
    await expect.poll(() => again.getByLabel('Jusqu’au').count()).toBe(0);
  });
  expect(await lineOf(manager, where, id)).toMatchObject({ right: 'read_only', email });
});

test('R3: what a holder may do as an advisor raises nothing of what he may give', async () => {
  const { where } = await family();
  const jeanne = await insider(world, manager, where, where.holderId, 'read_only');
  await engage(manager, where, 'read_write', jeanne);
  await at(jeanne.client, where, async (page) => {
    const dialog = await openDialog(page, 'Léa Martin');
    await dialog.getByText('Vous pouvez donner au plus votre propre niveau').waitFor();
    await expect.poll(() => dialog.getByRole('radio').count()).toBe(1);
  });
});

test('R6: an advisor is marked as an outsider, edited, and removed once he has no access', async () => {
  const where = await dossier(manager);
  await register(manager, where);
  await at(manager.client, where, async (page) => {
    const row = rowOf(page, 'Nora Notaire');
    await row.getByText('Externe').waitFor();
    await row.getByRole('button', { name: 'Autres actions pour Nora Notaire' }).click();
    await page.getByRole('menuitem', { name: 'Modifier ses coordonnées' }).click();
    const dialog = page.getByRole('dialog', { name: 'Coordonnées de Nora Notaire' });
    await dialog.getByLabel('Prénom').fill('Nore');
    await dialog.getByLabel('Type').selectOption('lawyer');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Les coordonnées de Nore Notaire sont enregistrées.').waitFor();
    await rowOf(page, 'Nore Notaire').getByText('Avocat').waitFor();

    await page.getByRole('button', { name: 'Autres actions pour Nore Notaire' }).click();
    await page.getByRole('menuitem', { name: 'Supprimer du dossier' }).click();
    const question = page.getByRole('dialog', { name: 'Supprimer Nore Notaire ?' });
    await question.getByRole('button', { name: 'Supprimer du dossier' }).click();
    await page.getByText('Nore Notaire n’est plus conseiller de ce dossier.').waitFor();
    await page.getByText('Aucun conseiller n’est encore enregistré.').waitFor();
  });
});

/** Opens the personal data of an advisor, while somebody else saves a change of them. */
async function editedTwice(
  page: Page,
  where: Dossier,
  typed: (dialog: Locator) => Promise<unknown>,
  change: object,
) {
  const { items } = (await manager.client.get(`${where.path}/advisors`)).body;
  await rowOf(page, 'Nora Notaire').getByRole('button', { name: 'Autres actions pour Nora Notaire' }).click();
  await page.getByRole('menuitem', { name: 'Modifier ses coordonnées' }).click();
  const dialog = page.getByRole('dialog', { name: /^Coordonnées de Nora/ });
  await typed(dialog);
  const answer = await manager.client.patch(`${where.path}/advisors/${items[0].id}`, 1, change);
  expect(answer.status).toBe(200);
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  return dialog;
}

const advisors = async ({ path }: Dossier) => (await manager.client.get(`${path}/advisors`)).body.items;
const keepMine = 'Enregistrer mes changements quand même';

test('who saves an advisor too late sees what has changed, and chooses (412)', async () => {
  const where = await dossier(manager);
  await register(manager, where);
  const typed = (dialog: Locator) => dialog.getByLabel('Prénom').fill('Nore');
  await at(manager.client, where, async (page) => {
    const dialog = await editedTwice(page, where, typed, { lastName: 'Notaris', firmName: 'Études' });
    await dialog.getByText('Nom : Notaire → Notaris').waitFor();
    await dialog.getByText('Société : – → Études').waitFor();
    expect(await advisors(where)).toMatchObject([{ firstName: 'Nora', version: 2 }]);
    await dialog.getByRole('button', { name: keepMine }).click();
    await page.getByText('Les coordonnées de Nore Notaris sont enregistrées.').waitFor();
    await rowOf(page, 'Nore Notaris').waitFor();
  });
  expect(await advisors(where)).toMatchObject([
    { firstName: 'Nore', lastName: 'Notaris', firmName: 'Études' },
  ]);
});

test('who saves an advisor too late may take what the other has saved, and change that (412)', async () => {
  const where = await dossier(manager);
  await register(manager, where);
  const typed = (dialog: Locator) => dialog.getByLabel('Prénom').fill('Nore');
  await at(manager.client, where, async (page) => {
    const dialog = await editedTwice(page, where, typed, { lastName: 'Notaris' });
    await dialog.getByRole('button', { name: 'Reprendre sa version' }).click();
    await expect.poll(() => dialog.getByLabel('Nom', { exact: true }).inputValue()).toBe('Notaris');
    await expect.poll(() => dialog.getByLabel('Prénom').inputValue()).toBe('Nora');
    await dialog.getByLabel('Prénom').fill('Norah');
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Les coordonnées de Norah Notaris sont enregistrées.').waitFor();
  });
});

test('a refusal of a field that the form doesn’t show is said all the same', async () => {
  const where = await dossier(manager);
  await register(manager, where);
  const typed = (dialog: Locator) => dialog.getByLabel('Type').selectOption('lawyer');
  await at(manager.client, where, async (page) => {
    const dialog = await editedTwice(page, where, typed, { type: 'other', typeText: 'expert' });
    // What kind he is goes with the type `other` alone, and isn't asked for any other.
    await dialog.getByRole('button', { name: keepMine }).click();
    await dialog.getByRole('alert').getByText('Certains champs ne sont pas corrects.').waitFor();
    await expect.poll(() => dialog.getByLabel('Quel conseiller').count()).toBe(0);
  });
});

test('a refusal is said beside its fields alone where they are all there; not where one isn’t', async () => {
  const { where } = await family();
  await at(manager.client, where, async (page) => {
    const dialog = await openDialog(page, 'Léa Martin');
    const { email, phone } = contact();
    await dialog.getByLabel('Adresse e-mail').fill(email);
    await dialog.getByLabel('Téléphone mobile').fill(phone);
    let fields = ['phone', 'right', 'until', 'message'];
    await page.route('**/access-rights/persons/*', (route) => {
      const errors = fields.map((field) => ({ field, code: 'custom', message: 'No' }));
      const problem = { type: 'about:blank', status: 422, code: 'invalid', title: 'No', errors };
      return route.fulfill({ status: 422, contentType: 'application/problem+json', json: problem });
    });
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.poll(() => dialog.getByText('Cette valeur ne convient pas.').count()).toBe(4);
    await expect.poll(() => dialog.getByRole('alert').count()).toBe(0);
    fields = ['until', 'language'];
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByRole('alert').getByText('Certains champs ne sont pas corrects.').waitFor();
  });
});

test('point 8: an acceptance shows by itself when one comes back to the tab', async () => {
  const { where, email, phone } = await invited();
  await at(manager.client, where, async (page) => {
    await rowOf(page, 'Léa Martin')
      .getByText(/premier rappel le/)
      .waitFor();
    await accept(world, email, phone);
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    await rowOf(page, 'Léa Martin')
      .getByText(/Compte créé, accès ouvert depuis le/)
      .waitFor();
  });
});

test('point 7: of 500 persons few rows are in the document, each is scrolled to, what has the focus stays, and the search finds one by words in any order', async () => {
  const where = await dossier(manager);
  await world.owner`
    insert into persons (id, dossier_id, first_name, last_name)
    select uuidv7(), ${where.id}, 'Personne', 'Nº ' || i || ' Martin' from generate_series(1, 500) i order by i`;
  await at(manager.client, where, async (page) => {
    await rowOf(page, 'Personne Nº 12 ').waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(80);
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await rowOf(page, 'Personne Nº 500 ').waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(80);
    await page.evaluate('window.scrollTo(0, 0)');
    const edit = page.getByRole('button', { name: 'Modifier l’accès de Personne Nº 12 Martin' });
    await edit.focus();
    const place = () => page.evaluate('document.activeElement.getBoundingClientRect().top + window.scrollY');
    const before = await place();
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await rowOf(page, 'Personne Nº 500 ').waitFor();
    await expect.poll(() => rowOf(page, 'Personne Nº 14 ').count()).toBe(0);
    await expect.poll(() => edit.and(page.locator(':focus')).count()).toBe(1);
    await page.evaluate('window.scrollTo(0, 0)');
    await rowOf(page, 'Personne Nº 14 ').waitFor();
    await expect.poll(place).toBe(before);
    await page.getByLabel('Rechercher').fill('martin 432');
    await rowOf(page, 'Personne Nº 432 ').waitFor();
    await page.getByText('1 ligne trouvée').waitFor({ state: 'attached' });
    await page.getByLabel('Rechercher').fill('nobody of this name');
    await page.getByText('Personne ne correspond à cette recherche.').first().waitFor();
  });
});
