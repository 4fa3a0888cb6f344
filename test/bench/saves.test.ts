import { afterAll, beforeAll, expect, test } from 'vitest';
import { firm, member } from '../support/people.ts';
import { authSecret, createWorld, type World } from '../support/world.ts';
import { keepsTo } from './figures.ts';
import { measureSaves } from './saves.ts';
import { countStatements } from './statements.ts';

/** Small runs of what `npm run bench` measures: it would compare the wrong things without being noticed. */
let world: World;
let around: Parameters<typeof measureSaves>[0];

beforeAll(async () => {
  world = await createWorld();
  around = {
    databaseUrl: world.url,
    owner: world.owner,
    baseUrl: world.baseUrl,
    manager: await member(world, await firm(world)),
    env: {
      AUTH_SECRET: authSecret,
      PUBLIC_URL: world.services.config.publicUrl,
      TEMPORAL_TASK_QUEUE: 'nobody-works-here',
    },
  };
});
afterAll(() => world.close());

test('saves over HTTP and directly are the same statements, and each changes a right', async () => {
  const changes = async () => {
    const [row] = await world.owner<{ count: number }[]>`
      select count(*)::int as count from records where action = 'access_changed'`;
    return row!.count;
  };
  const before = await changes();
  const { value, base } = await measureSaves(around, { rounds: 1, saves: 40 });
  expect(value > 0 && base! > 0).toBe(true);
  // Two of each kind look at the statements; then two rounds of each kind.
  expect((await changes()) - before).toBe(2 + 2 + 2 * 40 + 2 * 40);
});

test('calls take no more statements than they may', async () => {
  for (const figure of await countStatements(around)) {
    expect({ ...figure, kept: keepsTo(figure) }).toMatchObject({ kept: true });
  }
});
