import { afterAll, beforeAll, expect, test } from 'vitest';
import type { onboarding } from '../../src/workflows/index.ts';
import { onboardingWorkflowId } from '../../src/workflows/messages.ts';
import { check, family, pathOf } from '../support/onboardings.ts';
import { type Firm, firm, member } from '../support/people.ts';
import { createTimeWorld, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  team = await firm(world);
  manager = await member(world, team);
});
afterAll(() => world.close());

/** Checks and starts a file; its state, awaited, and its workflow. */
async function started(file: Parameters<typeof check>[2], body: object = {}) {
  const { body: checked } = await check(manager.client, team.id, file);
  const path = pathOf(team.id, checked.id);
  const answer = await manager.client.post(`${path}/start`, body);
  expect(answer).toMatchObject({ status: 202, body: { state: 'running' } });
  const handle = world.temporal.workflow.getHandle<typeof onboarding>(onboardingWorkflowId(checked.id));
  return {
    id: checked.id as string,
    path,
    handle,
    now: async () => (await manager.client.get(path)).body,
    async is(state: string) {
      await expect.poll(async () => (await manager.client.get(path)).body.state).toBe(state);
    },
  };
}

test('a firm is onboarded by a workflow that an operator can read, and that names nobody', async () => {
  const lines = ['Aubert', 'Bertrand', 'Claes'].flatMap((name) => family(name));
  const onboarded = await started(lines, { invitationsPerHour: 3600 });
  await onboarded.is('finished');
  expect(await onboarded.handle.result()).toBe('finished');
  expect((await onboarded.now()).progress).toMatchObject({
    dossiersCreated: 3,
    dossiersFailed: 0,
    failures: [],
  });
  await world.owner`update owed set due_at = now()`;
  world.starter.nudge();
  for (const { email } of lines) if (email) await world.inbox.nth(email, 1);
  await expect
    .poll(async () => (await onboarded.now()).progress)
    .toMatchObject({ invitationsSent: 9, invitationsWaiting: 0 });

  const { events } = await onboarded.handle.fetchHistory();
  const payloads = [...JSON.stringify(events).matchAll(/"data":"([^"]*)"/g)].map(([, data]) =>
    Buffer.from(data!, 'base64').toString(),
  );
  expect(payloads).toContain(`{"onboardingId":"${onboarded.id}"}`);
  expect(payloads.join()).not.toMatch(/Aubert|Jeanne|Fortuna|@|\+32/);
});

test('paused, its workflow ends; resumed, another run goes on where it was', async () => {
  await world.starter.stop();
  const lines = Array.from({ length: 10 }, (_, i) => family(`Dossier ${i}`)).flat();
  const onboarded = await started(lines);
  await manager.client.post(`${onboarded.path}/pause`);
  const starter = world.newStarter();
  world.nudged = () => starter.nudge();
  await expect
    .poll(() =>
      onboarded.handle.describe().then(
        ({ status }) => status.name,
        () => null,
      ),
    )
    .toBe('COMPLETED');
  expect(await onboarded.handle.result()).toBe('paused');
  expect((await onboarded.now()).progress.dossiersCreated).toBe(0);
  await manager.client.post(`${onboarded.path}/resume`);
  await onboarded.is('finished');
  expect((await onboarded.now()).progress).toMatchObject({ dossiersCreated: 10, dossiersFailed: 0 });
  await starter.stop();
});
