import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTree } from '../../src/db/queries/family.ts';
import { readDonations, readItems } from '../../src/db/queries/inventories.ts';
import { createDemo, demoFamilies } from '../../src/dev/demo/demo.ts';
import { liveDemo } from '../../src/dev/demo/live.ts';
import { demoPassword, demoSignIns } from '../../src/dev/demo/team.ts';
import { flawsOf } from '../../src/domain/family-tree.ts';
import { outcomes } from '../../src/domain/invitation.ts';
import { addUp, isWhole } from '../../src/domain/ownership.ts';
import { createLog } from '../../src/log.ts';
import { createDemoWorld, unfinished } from '../support/demo-world.ts';
import type { TimeWorld } from '../support/time-world.ts';
import { delays } from '../support/world.ts';

let world: TimeWorld;
let dossiers: string[];

beforeAll(async () => {
  world = await createDemoWorld();
  const { db, temporal } = world;
  const config = { ...world.services.config, reminderDelays: delays, taskQueue: 'time' };
  await createDemo({ db, config, temporal, log: createLog('silent') });
  await liveDemo(db, config);
  dossiers = (await world.owner<{ id: string }[]>`select id from dossiers order by id`).map((row) => row.id);
}, 180_000);
afterAll(() => world.close());

test('the demo is made once', () => {
  expect(dossiers).toHaveLength(3);
});

test('its invitations have run to each state that lasts', async () => {
  expect(await unfinished(world)).toEqual([]);
  const states = demoFamilies
    .flatMap(({ access, later }) => [...access, ...later])
    .map(({ becomes }) => becomes);
  const lasting = ['waiting_first_reminder', 'waiting_second_reminder', ...outcomes];
  expect([...new Set(states)].sort()).toEqual(lasting.sort());
});

test('it has an account in each role', async () => {
  const emails = (await world.owner<{ email: string }[]>`select email from accounts`).map(
    ({ email }) => email,
  );
  expect(emails.sort()).toEqual(demoSignIns.map(([, email]) => email).sort());
});

test('who is printed as a sign-in signs in', async () => {
  for (const [, email] of demoSignIns) {
    const body = { email, password: demoPassword };
    expect((await world.client().post('/api/auth/sign-in/email', body)).status).toBe(200);
  }
});

test('its families, inventories and donations keep the rules that the API holds everybody to', async () => {
  const { db } = world;
  for (const dossier of dossiers) {
    const tree = await readTree(db, dossier);
    expect(tree.persons.length).toBeGreaterThan(4);
    expect(flawsOf(tree)).toEqual([]);
    const items = await readItems(db.sql, dossier);
    expect(items.length).toBeGreaterThan(3);
    expect(items.filter(({ owners }) => !isWhole(owners))).toEqual([]);
    const gifts = await readDonations(db.sql, dossier);
    expect(gifts.length).toBeGreaterThan(1);
    const [found] = await world.owner<{ simulations: number; reports: number }[]>`
      select (select count(*)::int from simulations where dossier_id = ${dossier}) as simulations,
        (select count(*)::int from reports where dossier_id = ${dossier}) as reports`;
    expect([found!.simulations > 0, found!.reports]).toEqual([true, 1]);
    expect(gifts.filter(({ donees }) => !addUp(donees.map(({ share }) => share)))).toEqual([]);
  }
});
