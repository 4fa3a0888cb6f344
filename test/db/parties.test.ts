import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import {
  type Attempt,
  advisorHasAccess,
  attempt,
  check,
  expectRefused,
  irrevocable,
  notAllowed,
  personHasAccess,
} from '../support/plain-sql.ts';
import { type Rows, writeRows } from '../support/rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

describe('R4, R6, R18: who gets access, by plain SQL', () => {
  const insert = (r: Rows, columns: string, values: string) => `
    insert into grants (id, firm_id, dossier_id, "right", email, phone, given_at, state, ${columns})
    values (uuidv7(), '${r.firm}', '${r.dossier}', 'read_only', 'new@people.test', '+32470000009', now(), 'queued', ${values})`;

  test.for<Attempt>([
    ['a dead person', personHasAccess, (r) => insert(r, 'person_id', `'${r.dead}'`)],
    ['a removed person', personHasAccess, (r) => insert(r, 'person_id', `'${r.removed}'`)],
    ['a person of another dossier', personHasAccess, (r) => insert(r, 'person_id', `'${r.stranger}'`)],
    ['nobody known', '23503', (r) => insert(r, 'person_id', 'gen_random_uuid()')],
    ['a removed advisor', advisorHasAccess, (r) => insert(r, 'advisor_id', `'${r.removedAdvisor}'`)],
    ["another dossier's advisor", advisorHasAccess, (r) => insert(r, 'advisor_id', `'${r.otherAdvisor}'`)],
    ['nobody', check, (r) => insert(r, 'person_id', 'null')],
    ['two at once', check, (r) => insert(r, 'person_id, advisor_id', `'${r.cousin}', '${r.advisor}'`)],
    ['a person who has access', '23505', (r) => insert(r, 'person_id', `'${r.cousin}'`)],
    ['an advisor who has access', '23505', (r) => insert(r, 'advisor_id', `'${r.advisor}'`)],
  ])('%s gets none', async ([, state, sql]) => {
    await expectRefused(database, sql(await writeRows(database.owner)), state);
  });

  test.for<Attempt>([
    [
      'the person is removed',
      personHasAccess,
      (r) => `update persons set removed_at = now() where id = '${r.cousin}'`,
    ],
    [
      'the person is moved',
      personHasAccess,
      (r) => `update persons set dossier_id = '${r.otherDossier}' where id = '${r.cousin}'`,
    ],
    [
      'the advisor is removed',
      advisorHasAccess,
      (r) => `update advisors set removed_at = now() where id = '${r.advisor}'`,
    ],
    [
      'the advisor is moved',
      advisorHasAccess,
      (r) => `update advisors set dossier_id = '${r.otherDossier}' where id = '${r.advisor}'`,
    ],
    [
      'ids are exchanged between advisors',
      irrevocable,
      (r) =>
        `update advisors set id = case id when '${r.advisor}' then gen_random_uuid() else '${r.advisor}'::uuid end
         where id in ('${r.advisor}', '${r.otherAdvisor}')`,
    ],
    ['the advisor is deleted', notAllowed, (r) => `delete from advisors where id = '${r.advisor}'`],
  ])('R6, R18: while access lasts, %s: refused', async ([, state, sql]) => {
    await expectRefused(database, sql(await writeRows(database.owner)), state);
  });

  test('R6, R18: after the withdrawal person and advisor may be removed', async () => {
    const r = await writeRows(database.owner);
    const done = await attempt(
      database,
      `
      update grants set ended_at = now() where id in ('${r.cousinGrant}', '${r.advisorGrant}');
      update persons set removed_at = now() where id = '${r.cousin}';
      update advisors set removed_at = now() where id = '${r.advisor}'`,
    );
    expect(done).toBeUndefined();
  });
});
