import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everything, fieldErrors } from '../../support/access.ts';
import type { Answer } from '../../support/client.ts';
import { type Dossier, dossier, firm, member, person, type Somebody } from '../../support/people.ts';
import {
  addItem,
  house,
  inventoryFile,
  inventoryOf,
  itemPath,
  itemsPath,
  upload,
} from '../../support/wealth.ts';
import { createWorld, type World } from '../../support/world.ts';

/* A person who is removed at the moment at which he is entered as an owner. */

let world: World;
let manager: Somebody;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

/** Removes a person in a transaction that ends once `call` waits for it. @returns what `call` was answered */
async function whileRemoving(personId: string, call: () => Promise<Answer>): Promise<Answer> {
  const { owner } = world;
  let answer: Promise<Answer> | undefined;
  await owner.begin(async (sql: postgres.TransactionSql) => {
    await sql`update persons set removed_at = now() where id = ${personId}`;
    answer = call();
    const waiting = () => owner`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(waiting).toHaveLength(1);
  });
  return answer!;
}

/** A dossier with an item, and a person of its family who is to be removed. */
async function withPerson(): Promise<{ where: Dossier; item: { id: string }; personId: string }> {
  const where = await dossier(manager);
  const item = await addItem(manager, where);
  return { where, item, personId: await person(manager, where, { firstName: 'Léa', lastName: 'Leaver' }) };
}

it('an item isn’t entered for him, nor given to him', async () => {
  const { where, item, personId } = await withPerson();
  const owners = [{ personId, form: 'full', share: '1' }];
  const before = await everything(world);
  for (const call of [
    () => manager.client.post(itemsPath(where), house(where, { owners })),
    () => manager.client.patch(itemPath(where, item.id), 1, { owners }),
  ]) {
    await world.owner`update persons set removed_at = null where id = ${personId}`;
    const answer = await whileRemoving(personId, call);
    expect([answer.status, fieldErrors(answer)]).toEqual([422, [['owners.0.personId', 'not_in_family']]]);
  }
  await world.owner`update persons set removed_at = null where id = ${personId}`;
  expect(await everything(world)).toEqual(before);
});

it('nor is a file that names him taken in', async () => {
  const { where, item, personId } = await withPerson();
  const file = inventoryFile.replace('outside', 'Léa Leaver');
  expect((await upload(manager, where, file, 'csv/preview')).body.rejected).toEqual([]);
  const answer = await whileRemoving(personId, () => upload(manager, where, file));
  expect([answer.status, answer.body.code, fieldErrors(answer)]).toEqual([
    422,
    'bad_file',
    [['line 2: owners', 'not_in_family']],
  ]);
  const { items } = await inventoryOf(manager, where);
  expect(items.map(({ id }: { id: string }) => id)).toEqual([item.id]);
});
