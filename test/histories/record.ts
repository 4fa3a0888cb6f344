import { mkdir, writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RenderFailed } from '../../src/activities/reports/renderer.ts';
import {
  expiryWorkflowId,
  invitationWorkflowId,
  onboardingWorkflowId,
  phoneChangeWorkflowId,
  reportWorkflowId,
} from '../../src/workflows/messages.ts';
import { tokenIn } from '../support/inbox.ts';
import { invite, minute, passTo } from '../support/invited.ts';
import { dayIn, endMs, limited, sleepTo, waits } from '../support/limited.ts';
import { askFor, asleep, holderOf } from '../support/lost-phone.ts';
import { check, family, pathOf } from '../support/onboardings.ts';
import {
  accept,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  person,
} from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

/**
 * Records how today's workflows run, in `<name>.json` beside this file: `npm run histories`, whenever a change of
 * the workflows is released. What is there stays: running workflows of older releases have to be replayed too.
 */
const release = new Date().toISOString().slice(0, 10);
const folder = new URL(`./${release}/`, import.meta.url);

let world: TimeWorld;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  team = await firm(world);
  manager = await member(world, team);
  await mkdir(folder, { recursive: true });
});
afterAll(() => world.close());

async function keep(name: string, workflowId: string, runId?: string) {
  const history = await world.temporal.workflow.getHandle(workflowId, runId).fetchHistory();
  await writeFile(
    new URL(`${name}.json`, folder),
    // Stack traces name the folders of whoever recorded.
    `${historyToJSON(history).replace(/("stackTrace": )"(?:[^"\\]|\\.)*"/g, '$1""')}\n`,
  );
}

test('unanswered', async () => {
  const invited = await invite(world, manager);
  await passTo(invited, 'unanswered');
  await world.outcome(invited.grantId);
  await keep('unanswered', invitationWorkflowId(invited.grantId));
});

test.each(['waiting_first_reminder', 'waiting_second_reminder'] as const)('accepted in %s', async (state) => {
  const invited = await invite(world, manager);
  await passTo(invited, state);
  await keep(state, invitationWorkflowId(invited.grantId));
  await accept(world, invited.email, invited.phone);
  await world.outcome(invited.grantId);
  await keep(`accepted_in_${state}`, invitationWorkflowId(invited.grantId));
});

test('withdrawn', async () => {
  const invited = await invite(world, manager);
  await invited.save({ right: 'none' });
  await world.outcome(invited.grantId);
  await keep('withdrawn', invitationWorkflowId(invited.grantId));
});

test('declined', async () => {
  const invited = await invite(world, manager);
  const token = tokenIn(world.inbox.to(invited.email)[0]!);
  await world.client().post(`/api/invitations/${token}/decline`);
  await world.outcome(invited.grantId);
  await keep('declined', invitationWorkflowId(invited.grantId));
});

test('corrected', async () => {
  const invited = await invite(world, manager);
  const id = invitationWorkflowId(invited.grantId);
  const { runId } = await world.temporal.workflow.getHandle(id).describe();
  await invited.save({ email: newEmail('corrected'), phone: invited.phone, right: 'read_write' });
  await invited.is('waiting_first_reminder');
  await keep('corrected', id, runId);
});

test('undeliverable', async () => {
  const email = newEmail('refused');
  world.inbox.refuse(email, 550);
  const d = await dossier(manager);
  const { grantId } = await give(manager, d, d.holderId, 'read_only', { email, phone: '+32470999999' });
  await world.outcome(grantId);
  await keep('undeliverable', invitationWorkflowId(grantId));
});

test('notified', async () => {
  const elsewhere = await dossier(manager);
  const known = await insider(world, manager, elsewhere, elsewhere.holderId);
  const d = await dossier(manager);
  const { grantId } = await give(manager, d, await person(manager, d), 'read_only', known);
  await world.outcome(grantId);
  await keep('notified', invitationWorkflowId(grantId));
  const [mail] = await world.owner<{ id: string }[]>`select id from mails where kind = 'declined'`;
  await world.temporal.workflow.getHandle(`mail-${mail!.id}`).result();
  await keep('mail', `mail-${mail!.id}`);
});

test('expiry, to its end', async () => {
  const until = await dayIn(world, 20);
  const { grantId, save, ended } = await limited(world, manager, until);
  const id = expiryWorkflowId(grantId);
  await keep('expiry_waiting_for_the_warning', id);
  await sleepTo(world, endMs(until) - 7 * day, minute);
  await waits(world, grantId, 2);
  await keep('expiry_waiting_for_the_end', id);
  const later = await dayIn(world, 40);
  await save({ right: 'read_only', until: later });
  await waits(world, grantId, 3);
  await sleepTo(world, endMs(later), minute);
  await ended();
  await keep('expiry_moved_and_ended', id);
});

test('expiry, removed or withdrawn', async () => {
  for (const [name, change] of [
    ['expiry_removed', { right: 'read_only', until: null }],
    ['expiry_withdrawn', { right: 'none' }],
  ] as const) {
    const { grantId, save, ended } = await limited(world, manager, await dayIn(world, 20));
    await save(change);
    await ended();
    await keep(name, expiryWorkflowId(grantId));
  }
});

test('report', async () => {
  const d = await dossier(manager);
  const { body } = await manager.client.post(`${d.path}/reports`, {});
  const id = reportWorkflowId(body.id);
  await expect
    .poll(() =>
      world.temporal.workflow
        .getHandle(id)
        .describe()
        .then(Boolean, () => false),
    )
    .toBe(true);
  await world.temporal.workflow.getHandle(id).result();
  await keep('report', id);
});

test('onboarding', async () => {
  const { client } = manager;
  const { id: firmId } = team;
  const { body } = await check(client, firmId, family('Aubert'));
  await client.post(`${pathOf(firmId, body.id)}/start`, {});
  const state = async () => (await client.get(pathOf(firmId, body.id))).body.state;
  await expect.poll(state).toBe('finished');
  const id = onboardingWorkflowId(body.id);
  await world.temporal.workflow.getHandle(id).result();
  await keep('onboarding', id);
});

test('onboarding_paused', async () => {
  const { client } = manager;
  const { body } = await check(client, team.id, family('Bertrand'));
  const path = pathOf(team.id, body.id);
  await world.starter.stop();
  await client.post(`${path}/start`, {});
  await client.post(`${path}/pause`);
  const starter = world.newStarter();
  const id = onboardingWorkflowId(body.id);
  const handle = world.temporal.workflow.getHandle(id);
  await expect.poll(() => handle.describe().then(Boolean, () => false)).toBe(true);
  await handle.result();
  await keep('onboarding_paused', id);
  await starter.stop();
});

test('phone_change', async () => {
  const d = await dossier(manager);
  const somebody = await holderOf(world, manager, d);
  const confirmed = async () => {
    const asking = await askFor(world, somebody);
    await asking.prove();
    await manager.client.post(`${asking.path}/confirm`);
    await expect.poll(async () => (await asking.row()).warned_at).not.toBeNull();
    await asleep(world, asking);
    return asking;
  };
  const ended = (id: string) => world.temporal.workflow.getHandle(id).result();

  const cancelled = await confirmed();
  await keep('phone_change_confirmed', phoneChangeWorkflowId(cancelled.changeId));
  await somebody.client.post('/api/me/phone-change/cancel');
  await ended(phoneChangeWorkflowId(cancelled.changeId));
  await keep('phone_change_cancelled', phoneChangeWorkflowId(cancelled.changeId));

  const expiring = await askFor(world, somebody);
  await expiring.prove();
  await asleep(world, expiring);
  await world.sleep(7 * day + minute);
  await ended(phoneChangeWorkflowId(expiring.changeId));
  await keep('phone_change_expired', phoneChangeWorkflowId(expiring.changeId));

  const done = await confirmed();
  await done.pass(24);
  await world.sleep(day + minute);
  await ended(phoneChangeWorkflowId(done.changeId));
  await keep('phone_change', phoneChangeWorkflowId(done.changeId));
});

test('report_failed', async () => {
  await world.stopWorker();
  const worker = await world.startWorker({ render: () => Promise.reject(new RenderFailed('render_failed')) });
  const d = await dossier(manager);
  const { body } = await manager.client.post(`${d.path}/reports`, {});
  await expect
    .poll(async () => (await manager.client.get(`${d.path}/reports/${body.id}`)).body.state)
    .toBe('failed');
  const id = reportWorkflowId(body.id);
  await world.temporal.workflow.getHandle(id).result();
  await keep('report_failed', id);
  await worker.stop();
});
