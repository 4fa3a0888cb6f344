import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimMail } from '../../src/activities/claims.ts';
import { transaction } from '../../src/db/client.ts';
import { dossier, firm, give, member, person } from '../support/people.ts';
import { authSecret, createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a claim waits for a hand-over that is being committed, and goes by it', async () => {
  const team = await firm(world);
  const [manager, next] = [await member(world, team), await member(world, team)];
  const where = await dossier(manager);
  const { grantId } = await give(manager, where, await person(manager, where));
  await world.owner`
    insert into mails (id, kind, firm_id, dossier_id, grant_id, account_id, email)
    values (uuidv7(), 'declined', ${team.id}, ${where.id}, ${grantId}, ${manager.id}, ${manager.email})`;
  const [mail] = await world.owner<{ id: string }[]>`select id from mails where kind = 'declined'`;
  const claim = () => claimMail({ db: world.db, authSecret, lease: 90_000 }, mail!.id);
  let claimed: ReturnType<typeof claim> | undefined;
  await transaction(world.db, async ({ sql }) => {
    await sql`select from dossiers where id = ${where.id} for no key update`;
    await sql`update dossiers set manager_id = ${next.memberId} where id = ${where.id}`;
    claimed = claim();
    await expect
      .poll(
        async () =>
          (
            await world.owner`select from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%for share%'
            and datname = current_database()`
          ).length,
      )
      .toBe(1);
  });
  expect(await claimed).toMatchObject({ kind: 'claimed', mailKind: 'declined' });
  const [row] = await world.owner`select account_id, email from mails where id = ${mail!.id}`;
  expect(row).toEqual({ account_id: next.id, email: next.email });
});

test('two e-mails of one event whose admins have both left, claimed at once: one goes to the admin who stays, the other to nobody', async () => {
  const team = await firm(world);
  const [a, b] = [await member(world, team, 'admin'), await member(world, team, 'admin')];
  const [grant] = await world.owner<{ id: string }[]>`
    select id from grants where member_id = ${team.admin.memberId}`;
  await world.owner`
    insert into mails (id, kind, firm_id, grant_id, account_id, email)
    select uuidv7(), 'declined', ${team.id}, ${grant!.id}, a.id, a.email from accounts a
    where a.id in (${a.id}, ${b.id})`;
  await world.owner`update members set role = 'support' where id in (${a.memberId}, ${b.memberId})`;
  const mails = await world.owner<{ id: string }[]>`
    select id from mails where kind = 'declined' and firm_id = ${team.id}`;
  const claims = await Promise.all(
    mails.map(({ id }) => claimMail({ db: world.db, authSecret, lease: 90_000 }, id)),
  );
  expect(claims.map(({ kind }) => kind).sort()).toEqual(['claimed', 'done']);
});
