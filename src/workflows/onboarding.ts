import {
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { goOnSignal, type OnboardingInput } from './messages.ts';
import { onboardingOptions } from './retries.ts';

const { onboardBatch } = proxyActivities<Activities>(onboardingOptions);

/**
 * One onboarding of a firm: batch after batch of its dossiers, until all are there, or it is paused. What is done is
 * in the database alone, so that a batch goes on where the one before was, however that ended.
 */
export async function onboarding(input: OnboardingInput): Promise<'finished' | 'paused' | 'gone'> {
  let told = false;
  setHandler(goOnSignal, () => {
    told = true;
  });
  setCurrentDetails('**running**');
  for (;;) {
    told = false;
    const { state, done, dossiers } = await onboardBatch.executeWithOptions(
      { summary: 'Dossiers with their persons and rights, each in a transaction of its own' },
      [input],
    );
    setCurrentDetails(`**${state}**\n\n${done} of ${dossiers} dossiers`);
    // Resumed between the batch that found it paused and here: the next one will find it running.
    if (state !== 'running' && !told) return state;
    if (workflowInfo().continueAsNewSuggested) return continueAsNew<typeof onboarding>(input);
  }
}
