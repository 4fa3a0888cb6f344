import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const heldBy = 'running.sock';

/** Root's data: PostgreSQL, which doesn't run as root, can't enter root's home. */
export const rootDataFolder = '/var/lib/dossier-access';

/** The folder, made if it isn't there, in which `npm start` keeps the data of this checkout. */
export function dataFolder(): string {
  const checkout = resolve(import.meta.dirname, '../..');
  const hash = createHash('sha256').update(checkout).digest('hex').slice(0, 8);
  const own = process.env.XDG_DATA_HOME || join(homedir(), '.local/share');
  const isRoot = process.getuid?.() === 0;
  const parent = isRoot ? rootDataFolder : join(own, 'dossier-access');
  const folder = join(parent, `${basename(checkout).slice(0, 24)}-${hash}`);
  mkdirSync(folder, { recursive: true });
  if (isRoot) chmodSync(parent, 0o711);
  chmodSync(folder, isRoot ? 0o711 : 0o700);
  return folder;
}

/**
 * Holds the folder for this process until it ends, by listening on a socket in it. What a dead process left of
 * its socket is replaced.
 * @throws Error when another process holds it.
 */
export async function holdFolder(folder: string): Promise<void> {
  const path = join(folder, heldBy);
  if (await isListening(path))
    throw new Error(`It is already running from this folder (its data: ${folder}).`);
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy()).listen(path);
  await once(server, 'listening');
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Forgets all that is in the folder; only for who holds it. */
export function emptyFolder(folder: string): void {
  for (const entry of readdirSync(folder)) {
    if (entry !== heldBy) rmSync(join(folder, entry), { recursive: true, force: true });
  }
}

/** A secret of 256 bits, made at the first call for this folder and kept in it. */
export function keptSecret(folder: string): string {
  const path = join(folder, 'auth-secret');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}
