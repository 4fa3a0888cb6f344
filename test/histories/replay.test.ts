import { readdir, readFile } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { bundlePath } from '../../src/workflows-bundle.ts';
import { quietTemporal } from '../support/quiet-temporal.ts';

quietTemporal();

const files = (await readdir(import.meta.dirname, { recursive: true }))
  .filter((name) => name.endsWith('.json'))
  .sort();

test('there are histories of every way an invitation and an end of access end, and of those that still wait', () => {
  const names = new Set(files.map((file) => file.split('/')[1]));
  for (const name of [
    'accepted_in_waiting_first_reminder',
    'accepted_in_waiting_second_reminder',
    'corrected',
    'declined',
    'expiry_moved_and_ended',
    'expiry_removed',
    'expiry_waiting_for_the_end',
    'expiry_waiting_for_the_warning',
    'expiry_withdrawn',
    'mail',
    'notified',
    'onboarding',
    'onboarding_paused',
    'phone_change',
    'phone_change_cancelled',
    'phone_change_confirmed',
    'phone_change_expired',
    'report',
    'report_failed',
    'unanswered',
    'undeliverable',
    'waiting_first_reminder',
    'waiting_second_reminder',
    'withdrawn',
  ]) {
    expect(names).toContain(`${name}.json`);
  }
});

test.each(files)('today’s workflows replay %s', async (file) => {
  const history = JSON.parse(await readFile(`${import.meta.dirname}/${file}`, 'utf8'));
  await Worker.runReplayHistory({ workflowBundle: { codePath: bundlePath } }, history);
});

test('a history that today’s workflows would not make is refused', async () => {
  const text = await readFile(
    `${import.meta.dirname}/${files.find((file) => file.endsWith('/unanswered.json'))}`,
    'utf8',
  );
  const history = JSON.parse(text.replaceAll('sendInvitation', 'sendSomethingElse'));
  await expect(
    Worker.runReplayHistory({ workflowBundle: { codePath: bundlePath } }, history),
  ).rejects.toThrow(/nondeterminism/i);
});
