import type { Config } from '../config.ts';
import type { Database } from '../db/client.ts';
import type { Starter } from '../starter.ts';
import type { Auth } from './auth/auth.ts';
import type { Probe } from './health/probe.ts';
import type { SendText } from './text-messages/text-message.ts';

/** What the handlers work with, made once at start. */
export type Services = {
  config: Pick<Config, 'publicUrl' | 'authSecret' | 'reminderDelays'>;
  db: Database;
  auth: Auth;
  starter: Starter;
  sendText: SendText;
  /** What `ready` asks of the parts that the API can do without for a while. */
  probes: Record<'temporal' | 'mail', Probe>;
};
