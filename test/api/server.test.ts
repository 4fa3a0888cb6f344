import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { closedPort, run } from '../support/child.ts';
import { authSecret } from '../support/world.ts';

const right = {
  DATABASE_URL: 'postgres://someone:hidden@127.0.0.1:5432/dossiers',
  AUTH_SECRET: authSecret,
  SMTP_URL: 'smtp://127.0.0.1:25',
};

/** What is said of an environment that is right but for these values. */
function linesOf(wrong: NodeJS.ProcessEnv): string[] {
  try {
    readConfig({ ...right, ...wrong });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
}

test('the API with a wrong environment says one line for each wrong value, without the value, and ends', async () => {
  const ended = await run('src/api/server.ts', [], {
    DATABASE_URL: 'mysql://root:hidden@db/x',
    PORT: 'eighty',
    PUBLIC_URL: 'ftp://files.test',
    AUTH_SECRET: 'too short',
    SMS_PROVIDER: 'pigeon',
    REMINDER_DELAYS: 'soon,later',
    LOG_LEVEL: 'loud',
  });
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  const lines = ended.stderr.trimEnd().split('\n');
  expect(lines.map((line) => /^Configuration: (\w+) \S/.exec(line)?.[1])).toEqual([
    'DATABASE_URL',
    'PORT',
    'PUBLIC_URL',
    'AUTH_SECRET',
    'SMTP_URL',
    'SMS_PROVIDER',
    'REMINDER_DELAYS',
    'LOG_LEVEL',
  ]);
  for (const value of ['hidden', 'eighty', 'files.test', 'too short', 'pigeon', 'soon', 'loud']) {
    expect(ended.stderr).not.toContain(value);
  }
});

test('a port that is taken is one line, and the end', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const temporal = { TEMPORAL_ADDRESS: `127.0.0.1:${await closedPort()}`, LOG_LEVEL: 'silent' };
  const ended = await run('src/api/server.ts', [], { ...right, ...temporal, PORT: String(port) });
  expect(ended).toEqual({ code: 1, stdout: '', stderr: `Port ${port} is taken: set PORT to another.\n` });
  taken.close();
});

test.each<[name: string, values: string[]]>([
  ['DATABASE_URL', ['', 'db', 'http://db/x']],
  ['MIGRATE_DATABASE_URL', ['', 'db']],
  ['PORT', ['-1', '65536', '1.5', 'x']],
  ['PUBLIC_URL', ['', 'dossiers.test', 'ftp://x']],
  ['AUTH_SECRET', ['', 'x'.repeat(31)]],
  ['SMTP_URL', ['', 'mail', 'http://mail']],
  ['MAIL_FROM', ['', 'a\r\nBcc: b@c.test']],
  ['SMS_PROVIDER', ['', 'Twilio', 'twilio']],
  [
    'REMINDER_DELAYS',
    [
      '',
      ',',
      '7 days',
      '7 days,',
      '7 days,-1 day',
      '7 days,30 days,1 day',
      'soon,later',
      '0,0',
      'x'.repeat(200),
    ],
  ],
  ['TEMPORAL_TASK_QUEUE', ['']],
  ['LOG_LEVEL', ['', 'loud']],
])('%s is checked', (name, values) => {
  for (const value of values) {
    const lines = linesOf({ [name]: value });
    expect([value, lines]).toEqual([value, [expect.stringMatching(new RegExp(`^${name} \\S`))]]);
  }
});

test('delays are read in words, and Twilio with its account', () => {
  const day = 24 * 60 * 60 * 1000;
  expect(readConfig(right).reminderDelays).toEqual([7 * day, 30 * day]);
  expect(readConfig({ ...right, REMINDER_DELAYS: '2s, 1 minute' }).reminderDelays).toEqual([2_000, 60_000]);
  const twilio = { TWILIO_ACCOUNT_SID: 'a', TWILIO_AUTH_TOKEN: 'b', TWILIO_FROM: '+32470000000' };
  expect(readConfig({ ...right, SMS_PROVIDER: 'twilio', ...twilio }).sms).toMatchObject({
    provider: 'twilio',
  });
  expect(readConfig({ ...right, PUBLIC_URL: 'https://d.test/' }).publicUrl).toBe('https://d.test');
});
