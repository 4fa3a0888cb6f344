import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '../../src/db/queries/family.ts';
import { readDonations, readItems } from '../../src/db/queries/inventories.ts';
import { createDemo } from '../../src/dev/demo/demo.ts';
import { flawsOf } from '../../src/domain/family-tree.ts';
import { addUp, isWhole } from '../../src/domain/ownership.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let dossiers: string[];

beforeAll(async () => {
  database = await createDatabase();
  const options = {
    databaseUrl: database.url,
    publicUrl: 'http://demo.test',
    authSecret: 'a secret of the tests that is long enough',
  };
  await createDemo(options);
  await createDemo(options);
  dossiers = (await database.owner<{ id: string }[]>`select id from dossiers order by id`).map(
    (row) => row.id,
  );
});
afterAll(() => database.drop());

test('the demo is made once', () => {
  expect(dossiers).toHaveLength(2);
});

test('its families, inventories and donations keep the rules that the API holds everybody to', async () => {
  const { db } = database;
  for (const dossier of dossiers) {
    const tree = await readTree(db, dossier);
    expect(tree.persons.length).toBeGreaterThan(4);
    expect(flawsOf(tree)).toEqual([]);
    const items = await readItems(db.sql, dossier);
    expect(items.length).toBeGreaterThan(3);
    expect(items.filter(({ owners }) => !isWhole(owners))).toEqual([]);
    const gifts = await readDonations(db.sql, dossier);
    expect(gifts.length).toBeGreaterThan(1);
    const [found] = await database.owner<{ simulations: number; owed: number }[]>`
      select (select count(*)::int from simulations where dossier_id = ${dossier}) as simulations,
        (select count(*)::int from reports r join owed o on o.task->>'reportId' = r.id::text
          where r.dossier_id = ${dossier}) as owed`;
    expect([found!.simulations > 0, found!.owed]).toEqual([true, 1]);
    expect(gifts.filter(({ donees }) => !addUp(donees.map(({ share }) => share)))).toEqual([]);
  }
});
