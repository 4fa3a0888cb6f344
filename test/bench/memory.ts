import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { SMTPServer } from 'smtp-server';
import type { InvitationState } from '../../src/domain/invitation.ts';
import { type Figure, median, until } from './figures.ts';
import { addPending, oweInvitations, type Surroundings } from './surroundings.ts';
import { startMeasuredWorker } from './worker.ts';

/** How long the worker is left alone before its garbage is collected, and then again until it is looked at, in milliseconds. */
const rest = 5_000;
const look = 5_000;

/**
 * Resident memory of the worker with many sleeping invitations, each sent by it, against few; both without garbage.
 * It first sends as many notices as `few`, twice over, whose workflows end: what any work brings into memory is there.
 */
export async function measureMemory(
  { owner, env, dossierId }: Surroundings,
  { few, many }: { few: number; many: number },
  say: (line: string) => void,
): Promise<Figure> {
  const mails = await takesAll();
  const worker = await startMeasuredWorker({ ...env, SMTP_URL: mails.url, TEMPORAL_TASK_QUEUE: 'memory' });
  /** In portions, as they come in a firm's days, though faster. */
  const send = async (wanted: number, state: InvitationState, prepare = async (_: string[]) => {}) => {
    const sent = async () => {
      const [row] = await owner<{ count: number }[]>`
        select count(*)::int as count from grants where dossier_id = ${dossierId} and state = ${state}`;
      return row!.count;
    };
    for (let now = await sent(); now < wanted; ) {
      const portion = Math.min(500, wanted - now);
      const ids = (await addPending(owner, dossierId, portion)).map(({ id }) => id);
      await prepare(ids);
      await oweInvitations(owner, dossierId, ids);
      now += portion;
      await until(`${now} ${state}`, 180_000, async () => (await sent()) === now);
      say(`${now} ${state}: ${worker.resident().toFixed(0)} MB`);
    }
  };
  const settled = async () => {
    await sleep(rest);
    for (let time = 0; time < 3; time++) await worker.collectGarbage();
    await sleep(rest);
    const seen: number[] = [];
    for (const end = performance.now() + look; performance.now() < end; await sleep(250)) {
      seen.push(worker.resident());
    }
    return median(seen);
  };
  try {
    await send(2 * few, 'notified', (ids) => addAccounts(owner, ids));
    await send(few, 'waiting_first_reminder');
    const base = await settled();
    await send(many, 'waiting_first_reminder');
    const value = await settled();
    const name = `worker's resident memory with ${many} asleep, against ${few}`;
    return { name, value, base, ratio: value / base, unit: 'MB', limit: { atMost: 1.05 } };
  } finally {
    await worker.stop();
    await mails.close();
  }
}

/** Accounts for the addresses of grants, so that they get a notice. */
const addAccounts = async (owner: postgres.Sql, grantIds: string[]) => {
  await owner`
    insert into accounts (id, name, email, phone, language, email_verified, two_factor_enabled)
    select uuidv7(), 'Léa Dupont', email, phone, 'fr', true, true from grants where id = any(${grantIds})`;
};

/** An SMTP server that takes everything and keeps nothing. */
async function takesAll() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      stream.on('end', () => done());
      stream.resume();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, close };
}
