import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Child, startChild, whenReady } from './child.ts';

export type Mailbox = Omit<Child, 'name'> & { smtpUrl: string; webUrl: string };

/**
 * Starts a mail server, for this machine alone, that delivers nothing and shows on a web page all that it took:
 * e-mails, and text messages (sent to `<number>@sms.localhost`). The last 1,000 stay in `folder` between starts.
 */
export async function startMailbox(options: {
  folder: string;
  smtpPort: number;
  webPort: number;
  logFile?: string;
  signal?: AbortSignal;
}): Promise<Mailbox> {
  const { folder, smtpPort, webPort, logFile, signal } = options;
  await mkdir(folder, { recursive: true });
  const child = startChild({
    name: 'mailbox',
    command: process.execPath,
    args: [
      fileURLToPath(new URL('./bin/maildev.js', import.meta.resolve('maildev'))),
      ...['--ip', '127.0.0.1', '--smtp', String(smtpPort), '--hide-extensions', 'STARTTLS'],
      ...['--web-ip', '127.0.0.1', '--web', String(webPort)],
      ...['--mail-directory', folder, '--max-emails', '1000'],
    ],
    cwd: folder,
    graceMs: 5_000,
    logFile,
  });
  const api = `http://127.0.0.1:${webPort}`;
  await whenReady(child, signal, () => fetch(api));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    webUrl: `http://localhost:${webPort}`,
    ended: child.ended,
    stop: child.stop,
  };
}
