import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '../../support/client.ts';
import { importFile, persons } from '../../support/gedcom.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import { house, itemsPath } from '../../support/wealth.ts';
import { createWorld, type World } from '../../support/world.ts';

/* A person who is removed while somebody enters what he owns or was given; two imports that fit only one by one. */

let world: World;
let manager: Somebody;
beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

const whole = (personId: string) => [{ personId, form: 'full', share: '1' }];
const entering: [string, (where: Dossier, id: string) => Promise<Answer>][] = [
  [
    'an item of his',
    (where, id) => manager.client.post(itemsPath(where), house(where, { owners: whole(id) })),
  ],
  [
    'a donation to him',
    (where, id) =>
      manager.client.post(`${where.path}/donations`, {
        donorId: where.holderId,
        donees: [{ personId: id, share: '1' }],
        givenOn: '2020-06-15',
        category: 'money',
        description: 'Épargne',
        cents: 1,
        currency: 'EUR',
        form: 'bank',
        registered: false,
        usufructReserved: false,
      }),
  ],
];

it.each(entering)('removed, or named in %s: never both', async (_, enter) => {
  const where = await dossier(manager);
  const outcomes = new Set<string>();
  for (let round = 0; round < 25; round++) {
    const id = await person(manager, where);
    const [removed, entered] = await Promise.all([
      manager.client.delete(`${where.path}/family/persons/${id}`, 1),
      enter(where, id),
    ]);
    outcomes.add(`${removed.body?.code ?? removed.status} ${entered.body.code ?? entered.status}`);
  }
  for (const outcome of outcomes) expect(['person_in_inventory 201', '204 invalid']).toContain(outcome);
});

it('two imports at once: the second is told that there is no room', async () => {
  const where = await dossier(manager);
  const answers = await Promise.all([1200, 1100].map((count) => importFile(manager, where, persons(count))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('too_many');
  const [row] = await world.owner<{ n: number }[]>`
    select count(*)::int as n from persons where dossier_id = ${where.id}`;
  expect([1201, 1101]).toContain(row!.n);
});
