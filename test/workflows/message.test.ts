import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linePath } from '../support/access.ts';
import { dossier, firm, member, newEmail, newPhone, person } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
beforeAll(async () => {
  world = await createTimeWorld();
});
afterAll(() => world.close());

test('a personal message is in the invitation, not in the reminder, and not in what Temporal keeps', async () => {
  const manager = await member(world, await firm(world));
  const where = await dossier(manager);
  const line = linePath(where, await person(manager, where));
  const email = newEmail('person');
  const body = { email, phone: newPhone(), right: 'read_only', message: 'Between the two of us' };
  const { grantId } = (await manager.client.put(line, body)).body;
  expect((await world.inbox.nth(email, 1)).text).toContain('> Between the two of us');
  await expect.poll(async () => (await world.progress(grantId)).state).toBe('waiting_first_reminder');
  await world.sleep(7 * day + 60_000);
  const reminder = await world.inbox.nth(email, 2);
  expect(reminder.subject).toMatch(/^Reminder/);
  expect(reminder.text).not.toContain('Between the two of us');
  const history = await world.temporal.workflow.getHandle(`invitation-${grantId}`).fetchHistory();
  const kept = historyToJSON(history).replace(/"data": "([^"]+)"/g, (_, data) =>
    Buffer.from(data, 'base64').toString(),
  );
  expect(kept).toContain(`"grantId":"${grantId}"`);
  expect(kept).not.toContain('Between');
});
