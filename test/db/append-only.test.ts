import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqlState } from '../../src/db/client.ts';
import { firm } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await firm(world);
});
afterAll(() => world.close());

const records = async () => [
  ...(await world.owner`select r.*, details from records r left join record_details on record_id = id order by id`),
];

describe('R16: the application can add to the record, and nothing else', () => {
  test.for([
    ["update records set action = 'x'", '42501'],
    ['update records set id = id where false', '42501'],
    ['delete from records', '42501'],
    ['truncate records', '42501'],
    ['truncate records cascade', '42501'],
    ['insert into records select * from records on conflict (id) do update set actor_id = null', '42501'],
    [
      'merge into records r using records s on r.id = s.id when matched then update set actor_id = null',
      '42501',
    ],
    ['merge into records r using records s on r.id = s.id when matched then delete', '42501'],
    ['with gone as (delete from records returning id) select * from gone', '42501'],
    ['alter table records disable trigger append_only', '42501'],
    ['drop trigger append_only on records', '42501'],
    ['alter function refuse_always() rename to refuse_never', '42501'],
    ['insert into records select * from records', '23505'],
    ["update record_details set details = '{}'", '42501'],
    ['delete from record_details', '42501'],
    ['truncate record_details', '42501'],
    [
      "insert into record_details select * from record_details on conflict (record_id) do update set details = '{}'",
      '42501',
    ],
    ['insert into record_details select * from record_details', '23505'],
    ["insert into record_details values (uuidv7(), '{}')", '23503'],
  ])('%s is refused', async ([sql, state]) => {
    const before = await records();
    expect(before.length).toBeGreaterThan(0);
    expect(await world.db.sql.unsafe(sql!).then(() => undefined, sqlState)).toBe(state);
    expect(await records()).toEqual(before);
  });

  test.for([
    ["update records set action = 'x'", 'DA016'],
    ['update records set id = id where false', 'DA016'],
    ['delete from records', 'DA016'],
    ['truncate records cascade', 'DA016'],
  ])('the owner of the schema is refused too: %s', async ([sql, state]) => {
    const before = await records();
    expect(await world.owner.unsafe(sql!).then(() => undefined, sqlState)).toBe(state);
    expect(await records()).toEqual(before);
  });

  test('an erasure empties the details, and the record stays', async () => {
    const before = await records();
    await world.owner`update record_details set details = '{}'`;
    expect(await records()).toEqual(before.map((one) => ({ ...one, details: {} })));
  });
});
