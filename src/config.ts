import ms, { type StringValue } from 'ms';
import { z } from 'zod';

const url = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be a URL such as ${example}` });

/** `7 days` → milliseconds; undefined for what is no duration (of some, `ms` says so by throwing). */
const milliseconds = (text: string): number | undefined =>
  text.length > 0 && text.length <= 100 ? ms(text as StringValue) : undefined;

/** `7 days,30 days` → milliseconds before the first and before the second reminder. */
const reminderDelays = z.string().transform((text, ctx): [number, number] => {
  const [first, second, ...more] = text.split(',').map((part) => milliseconds(part.trim()));
  if (!first || !second || first < 0 || second < 0 || more.length > 0) {
    ctx.addIssue({ code: 'custom', message: "must be two delays such as '7 days,30 days'" });
    return z.NEVER;
  }
  return [first, second];
});

const database = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@localhost:5432/dossier_access'),
  MIGRATE_DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://owner:password@localhost/db').optional(),
});

const environment = database
  .extend({
    PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
    PUBLIC_URL: url(/^https?$/, 'https://dossiers.example.com').default('http://localhost:3000'),
    AUTH_SECRET: z.string().min(32, 'must be at least 32 characters that nobody can guess'),
    SMTP_URL: url(/^smtps?$/, 'smtp://user:password@localhost:587'),
    MAIL_FROM: z
      .string()
      .regex(/^[^\r\n]{3,}$/, 'must be an e-mail address, on one line')
      .default('Dossier access <no-reply@localhost>'),
    SMS_PROVIDER: z.enum(['twilio', 'smtp'], { error: "must be 'twilio' or 'smtp'" }).default('smtp'),
    TWILIO_ACCOUNT_SID: z.string().optional(),
    TWILIO_AUTH_TOKEN: z.string().optional(),
    TWILIO_FROM: z.string().optional(),
    REMINDER_DELAYS: reminderDelays.prefault('7 days,30 days'),
    TEMPORAL_TASK_QUEUE: z.string().min(1).default('dossier-access'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine(
    (env) =>
      env.SMS_PROVIDER !== 'twilio' || (env.TWILIO_ACCOUNT_SID && env.TWILIO_AUTH_TOKEN && env.TWILIO_FROM),
    {
      path: ['SMS_PROVIDER'],
      message: "'twilio' needs TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM",
    },
  );

/** The names of all variables that are read, beside the SDK's own `TEMPORAL_*`. */
export const variables = Object.keys(environment.shape);

/** What the environment says, checked once. Delays in milliseconds; `TEMPORAL_*` beyond the task queue are the SDK's own. */
export type Config = ReturnType<typeof readConfig>;

/**
 * Reads and checks the environment.
 * @throws ConfigError with one line for each wrong value, naming the variable and never its value.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const values = parse(environment, env);
  return {
    databaseUrl: values.DATABASE_URL,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL.replace(/\/$/, ''),
    authSecret: values.AUTH_SECRET,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    sms:
      values.SMS_PROVIDER === 'twilio'
        ? ({
            provider: 'twilio',
            accountSid: values.TWILIO_ACCOUNT_SID!,
            authToken: values.TWILIO_AUTH_TOKEN!,
            from: values.TWILIO_FROM!,
          } as const)
        : ({ provider: 'smtp' } as const),
    reminderDelays: values.REMINDER_DELAYS,
    taskQueue: values.TEMPORAL_TASK_QUEUE,
    logLevel: values.LOG_LEVEL,
  };
}

/** The URL under which migrations run: who owns the schema. It needs no other variable. @throws ConfigError */
export function readMigrationUrl(env: NodeJS.ProcessEnv = process.env): string {
  const { MIGRATE_DATABASE_URL, DATABASE_URL } = parse(database, env);
  return MIGRATE_DATABASE_URL ?? DATABASE_URL;
}

function parse<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv): z.output<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) =>
    env[String(path[0])] === undefined ? `${String(path[0])} is not set` : `${String(path[0])} ${message}`,
  );
  throw new ConfigError(lines.join('\n'));
}

/** The environment is wrong: each line of the message says what to set. */
export class ConfigError extends Error {}

/** For entry points: what `read` gives, or one clear line on stderr for each wrong value, and exit code 1. */
export function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`Configuration: ${error.message.replaceAll('\n', '\nConfiguration: ')}`);
    process.exit(1);
  }
}
