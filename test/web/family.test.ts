import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opened, openBrowser, openPage, takeSession } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { gedcom } from '../support/gedcom.ts';
import {
  type Dossier,
  donation,
  dossier,
  firm,
  give,
  insider,
  member,
  person,
  type Somebody,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let browser: Browser;
let manager: Somebody;

beforeAll(async () => {
  world = await createWorld();
  browser = await openBrowser(world);
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** Opens a tab of a dossier as somebody, does something there, and closes it; the page has to have behaved. */
async function at(client: Client, address: string, work: (page: Page, opened: Opened) => Promise<void>) {
  const opened = await openPage(browser, world);
  try {
    await takeSession(opened.page, world, client);
    await opened.page.goto(address);
    await work(opened.page, opened);
    expect(opened.errors).toEqual([]);
  } finally {
    await opened.close();
  }
}

const familyOf = ({ id }: Dossier) => `/dossiers/${id}/family`;
const card = (page: Page, name: string) =>
  page.getByRole('region', { name: /Arbre/ }).getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');
const closed = (page: Page) => expect.poll(() => dialog(page).count()).toBe(0);
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Enregistrer' }).click();

async function created(client: Client, path: string, body: object): Promise<string> {
  const answer = await client.post(path, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** A family with a remarriage, a step-child and an adopted child. */
async function patchwork() {
  const where = await dossier(manager, { couple: true });
  const add = (firstName: string, fields = {}) =>
    person(manager, where, { firstName, lastName: 'Martin', ...fields });
  const anne = await add('Anne');
  const thomas = await add('Thomas');
  const lea = await add('Léa', { birthDate: '1985-02-03' });
  const nora = await add('Nora');
  const [jeanne, paul] = [where.holderId, where.coHolderId!];
  const unions = `${where.path}/family/unions`;
  const first = { personIds: [paul, anne], kind: 'marriage', start: '1977-05-14', end: '1981-03-02' };
  await created(manager.client, unions, first);
  const second = { personIds: [jeanne, paul], kind: 'marriage', start: '1982-06-19' };
  await created(manager.client, unions, second);
  const links = [
    [thomas, paul, 'birth'],
    [thomas, anne, 'birth'],
    [lea, paul, 'birth'],
    [lea, jeanne, 'birth'],
    [nora, lea, 'adoption'],
  ];
  for (const [childId, parentId, kind] of links) {
    await created(manager.client, `${where.path}/family/parents`, { childId, parentId, kind });
  }
  return { where, jeanne, paul, anne, thomas, lea, nora };
}

/** The ends of the drawn lines that don't meet their card, where it is in the document: `x y` of each, on the screen. */
const loose = `[...document.querySelectorAll('path[data-from], path[data-to]')].flatMap((path) => {
  const id = path.dataset.from ?? path.dataset.to;
  const shown = document.querySelector('[data-person="' + id + '"]');
  if (!shown) return [];
  const card = shown.getBoundingClientRect();
  const drawn = path.ownerSVGElement.getBoundingClientRect();
  const scale = drawn.width / path.ownerSVGElement.clientWidth;
  const end = path.getPointAtLength(path.dataset.from ? 0 : path.getTotalLength());
  const [x, y] = [drawn.x + end.x * scale, drawn.y + end.y * scale];
  const edge = path.dataset.from ? card.bottom : card.top;
  const meets = Math.abs(y - edge) < 2 && x > card.left && x < card.right;
  return meets ? [] : [id + ' ' + x + ' ' + y];
})`;
const linked = (attribute: string) =>
  `[...document.querySelectorAll('path[data-${attribute}]')].map((path) => path.dataset.${attribute}).sort()`;

test('a remarriage and a step-child are drawn: each person once, and every line meets its cards (point 3)', async () => {
  const { where, jeanne, paul, anne, thomas, lea, nora } = await patchwork();
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Jeanne Dupont').waitFor();
    const persons = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-person]')].map((card) => card.dataset.person)`,
    );
    expect(persons.toSorted()).toEqual([jeanne, paul, anne, thomas, lea, nora].toSorted());
    expect(await page.evaluate(linked('from'))).toEqual([jeanne, paul, paul, anne, lea].toSorted());
    expect(await page.evaluate(linked('to'))).toEqual([thomas, lea, nora].toSorted());
    expect(await page.evaluate(loose)).toEqual([]);
    const about = await card(page, 'Thomas Martin').getAttribute('aria-describedby');
    await expect
      .poll(() => page.locator(`[id="${about}"]`).textContent())
      .toBe('Enfant de Paul Martin et Anne Martin.');
  });
});

test('arrow keys lead through the tree, Enter opens, Escape gives the focus back (point 3)', async () => {
  const { where } = await patchwork();
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Thomas Martin').focus();
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focused()).toMatch(/^(Paul|Anne) Martin/);
    await card(page, 'Léa Martin').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused()).toMatch(/^Nora Martin/);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Par adoption').waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    await expect.poll(focused).toMatch(/^Nora Martin/);
  });
});

test('an empty family tree says what to do, and its first person is added (point 7)', async () => {
  const where = await dossier(manager);
  await world.owner`update persons set central = null, removed_at = now() where id = ${where.holderId}`;
  await at(manager.client, familyOf(where), async (page) => {
    await page.getByText('L’arbre généalogique est encore vide.').waitFor();
    await page.getByRole('button', { name: 'Ajouter une personne' }).click();
    await save(page);
    await expect.poll(() => dialog(page).getByText('À compléter.').count()).toBe(2);
    await dialog(page).getByLabel('Prénom').fill('Berthe');
    await dialog(page).getByLabel('Nom', { exact: true }).fill('Dupont');
    await save(page);
    await page.getByText('Berthe Dupont fait partie de l’arbre.').waitFor();
    await card(page, 'Berthe Dupont').waitFor();
  });
});

test('a partner, then a child of both are added from a card; the impossible is said beside its field', async () => {
  const where = await dossier(manager);
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Jeanne Dupont').click();
    await dialog(page).getByRole('button', { name: 'Modifier' }).click();
    await dialog(page).getByLabel('Date de naissance').fill('1958-04-12');
    await save(page);
    await page.getByText('Jeanne Dupont est enregistré·e.').waitFor();

    await dialog(page).getByRole('button', { name: 'Ajouter un partenaire' }).click();
    await dialog(page).getByLabel('Prénom').fill('Paul');
    await dialog(page).getByLabel('Nom', { exact: true }).fill('Martin');
    await dialog(page).getByLabel('Début').fill('1950-06-19');
    await save(page);
    await dialog(page).getByText('L’union commencerait ou finirait avant une naissance').waitFor();
    await dialog(page).getByLabel('Début').fill('1982-06-19');
    await save(page);
    await page.getByText('Paul Martin fait partie de l’arbre.').waitFor();
    await dialog(page).getByText('Mariage, depuis le 19 juin 1982').waitFor();

    await dialog(page).getByRole('button', { name: 'Ajouter un enfant' }).click();
    await expect
      .poll(() => dialog(page).getByLabel('Autre parent').locator('option:checked').textContent())
      .toBe('Paul Martin');
    await dialog(page).getByLabel('Prénom').fill('Léa');
    await dialog(page).getByLabel('Nom', { exact: true }).fill('Martin');
    await dialog(page).getByLabel('Date de naissance').fill('1950-01-01');
    await save(page);
    await dialog(page).getByText('Un enfant serait aussi âgé que son parent').waitFor();
    await dialog(page).getByLabel('Date de naissance').fill('1985-02-03');
    await save(page);
    await page.getByText('Léa Martin fait partie de l’arbre.').waitFor();
  });
  const { body } = await manager.client.get(`${where.path}/family`);
  expect([body.persons.length, body.unions.length, body.parents.length]).toEqual([3, 1, 2]);
});

test('what the API finds impossible stands beside its field, and what was typed is guarded', async () => {
  const { where } = await patchwork();
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Paul Martin').click();
    await dialog(page).getByRole('button', { name: 'Modifier l’union avec Anne Martin' }).click();
    await dialog(page).getByLabel('Fin', { exact: true }).fill('1990-01-01');
    await save(page);
    await dialog(page).getByText('Quelqu’un serait marié deux fois en même temps.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Ce que vous avez saisi n’est pas enregistré').waitFor();
    await page.getByRole('button', { name: 'Quitter' }).click();
    await dialog(page).getByText('du 14 mai 1977 au 2 mars 1981').waitFor();
  });
});

test('who saves too late sees what has changed, and chooses (412)', async () => {
  const { where, lea } = await patchwork();
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Léa Martin').click();
    await dialog(page).getByRole('button', { name: 'Modifier' }).click();
    await dialog(page).getByLabel('Prénom').fill('Léa-Marie');
    const path = `${where.path}/family/persons/${lea}`;
    const answer = await manager.client.patch(path, 1, { lastName: 'Benali' });
    expect(answer.status).toBe(200);
    await save(page);
    await dialog(page).getByText('Nom : Martin → Benali').waitFor();
    await dialog(page).getByRole('button', { name: 'Reprendre sa version' }).click();
    await expect.poll(() => dialog(page).getByLabel('Nom', { exact: true }).inputValue()).toBe('Benali');
    await dialog(page).getByLabel('Prénom').fill('Léa-Marie');
    await save(page);
    await page.getByText('Léa-Marie Benali est enregistré·e.').waitFor();
  });
});

test('a person with access, or in the inventories, can’t be deleted, and the page says why (R18)', async () => {
  const { where, lea, nora, thomas } = await patchwork();
  await give(manager, where, lea);
  await donation(manager, where, thomas);
  const remove = async (page: Page, name: string) => {
    await card(page, name).click();
    await dialog(page).getByRole('button', { name: 'Supprimer', exact: true }).click();
    const question = dialog(page).filter({ hasText: `Supprimer ${name} de l’arbre ?` });
    await question.getByText('Cela ne s’annule pas.').waitFor();
    await question.getByRole('button', { name: 'Supprimer' }).click();
  };
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Nora Martin').click();
    await dialog(page).getByRole('button', { name: 'Supprimer', exact: true }).click();
    await page.getByText('Supprimer Nora Martin de l’arbre ?').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(1);
    await dialog(page).getByText('Par adoption').waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    await remove(page, 'Léa Martin');
    await page.getByText('Cette personne a accès au dossier.').waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    await remove(page, 'Thomas Martin');
    await page.getByText('a donné ou reçu une donation').waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    await remove(page, 'Nora Martin');
    await page.getByText('Nora Martin n’est plus dans l’arbre.').waitFor();
    await card(page, 'Nora Martin').waitFor({ state: 'detached' });
  });
  const { body } = await manager.client.get(`${where.path}/family`);
  const ids = body.persons.map(({ id }: { id: string }) => id);
  expect([ids.includes(lea), ids.includes(thomas), ids.includes(nora)]).toEqual([true, true, false]);
});

test('the manager alone marks the co-holder (R18); a reader finds no way to change anything (R7)', async () => {
  const where = await dossier(manager);
  const [lea, hugo] = [
    await person(manager, where, { firstName: 'Léa', lastName: 'Martin' }),
    await person(manager, where, { firstName: 'Hugo', lastName: 'Martin' }),
  ];
  const writer = await insider(world, manager, where, lea, 'read_write');
  const reader = await insider(world, manager, where, hugo, 'read_only');
  await at(writer.client, familyOf(where), async (page) => {
    await card(page, 'Hugo Martin').click();
    await dialog(page).getByRole('button', { name: 'Ajouter un enfant' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /titulaire/ }).count()).toBe(0);
  });
  await at(reader.client, familyOf(where), async (page) => {
    await card(page, 'Léa Martin').click();
    await dialog(page).getByText('Unions').waitFor();
    const buttons = await page.getByRole('button', { name: /Ajouter|Modifier|Supprimer|titulaire/ }).count();
    expect(buttons).toBe(0);
  });
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Léa Martin').click();
    await dialog(page).getByRole('button', { name: 'Marquer comme cotitulaire' }).click();
    await page.getByText('ne peut jamais être retiré').waitFor();
    await page.getByRole('button', { name: 'Marquer', exact: true }).click();
    await page.getByText('Léa Martin est cotitulaire du dossier.').waitFor();
    await dialog(page).getByRole('button', { name: 'Ne plus marquer' }).click();
    const question = dialog(page).filter({ hasText: 'Léa Martin n’est plus titulaire ?' });
    await question.getByRole('button', { name: 'Ne plus marquer' }).click();
    await page.getByText('Cette marque reste : la personne a accès au dossier').waitFor();
  });
});

test('a GEDCOM file is looked at, then added; a wrong one says its lines; the family goes out again', async () => {
  const where = await dossier(manager);
  const file = (text: string) => ({ name: 'a.ged', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await at(manager.client, `${familyOf(where)}/import`, async (page) => {
    const input = page.locator('input[type=file]');
    await input.setInputFiles(file('0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\nBerthe\n0 TRLR\n'));
    await page.getByText('Rien n’a été ajouté.').waitFor();
    await page.getByText('Cette ligne n’est pas une ligne GEDCOM.').waitFor();
    await input.setInputFiles(file(gedcom('0 @I1@ INDI\n1 NAME Berthe /Dupont/\n1 BIRT\n2 DATE ABT 1901')));
    await page.getByText('Date qui n’est pas un jour précis × 1').waitFor();
    await page.getByRole('button', { name: 'Ajouter cette personne' }).click();
    await page.getByText('Une personne a été ajoutée à l’arbre.').waitFor();
    await card(page, 'Berthe Dupont').waitFor();
    await page.getByRole('button', { name: 'GEDCOM' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Exporter en GEDCOM 7' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.ged$/);
  });
});

test('of 500 persons who are drawn few are in the document; one is found by name, and opens at once (point 7)', async () => {
  const where = await dossier(manager);
  const count = 499;
  const couples = Math.floor(count / 2);
  const records = Array.from({ length: count }, (_, i) => `0 @I${i}@ INDI\n1 NAME Anne ${i} /Dupont/`);
  const families = Array.from({ length: couples }, (_, i) => {
    const children = [0, 1, 2].map((j) => 2 * (3 * i + 1 + j)).filter((child) => child < count);
    return [
      `0 @F${i}@ FAM\n1 HUSB @I${2 * i}@\n1 WIFE @I${2 * i + 1}@\n1 MARR Y`,
      ...children.map((child) => `1 CHIL @I${child}@`),
    ].join('\n');
  });
  const answer = await manager.client.upload(
    `${where.path}/family/gedcom`,
    'text/vnd.familysearch.gedcom',
    gedcom([...records, ...families].join('\n')),
  );
  expect([answer.status, answer.body.persons]).toEqual([201, count]);
  await at(manager.client, familyOf(where), async (page) => {
    await card(page, 'Jeanne Dupont').waitFor();
    await expect.poll(() => page.locator('[data-person]').count()).toBeLessThan(100);
    expect(await page.evaluate(loose)).toEqual([]);
    await page.getByRole('combobox', { name: 'Chercher une personne' }).fill('anné 100');
    await page.getByRole('option', { name: 'Anne 100 Dupont' }).click();
    await card(page, 'Anne 100 Dupont').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toMatch(/^Anne 100 Dupont/);
    await expect.poll(() => page.locator('[data-person]').count()).toBeLessThan(100);
    expect(await page.evaluate(loose)).toEqual([]);
    const before = Date.now();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Unions').waitFor();
    expect(Date.now() - before).toBeLessThan(3_000);
  });
});

test('the tree of the access rights opens the dialog of who may be given access, and is remembered (point 3)', async () => {
  const { where } = await patchwork();
  await at(manager.client, `/dossiers/${where.id}/access-rights`, async (page) => {
    await page.getByText('Arbre', { exact: true }).click();
    await card(page, 'Léa Martin').getByText('aucun droit').waitFor();
    await card(page, 'Léa Martin').focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Accès de Léa Martin').waitFor();
    await page.reload();
    await card(page, 'Léa Martin').waitFor();
  });
});
