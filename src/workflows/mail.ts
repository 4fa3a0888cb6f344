import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import type { MailInput } from './messages.ts';
import { sendingOptions } from './retries.ts';

const { sendMail } = proxyActivities<Activities>(sendingOptions);

/** One e-mail that isn't a step of an invitation: sent once, however long the mail server is away. */
export async function mail({ mailId, kind }: MailInput): Promise<string> {
  setCurrentDetails(`**sending** ${kind}`);
  const fate = await sendMail.executeWithOptions({ summary: `E-mail: ${kind}` }, [{ mailId }]);
  setCurrentDetails(`**${fate}** ${kind}`);
  return fate;
}
