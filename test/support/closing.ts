import type { Client } from './client.ts';

/** Closes a dossier, or opens it again, at the version that the caller reads: the answer. */
export async function turn(
  { client }: { client: Client },
  { path }: { path: string },
  verb: 'close' | 'reopen',
) {
  const { body } = await client.get(path);
  return client.post(`${path}/${verb}`, undefined, { headers: { 'If-Match': `"${body?.version ?? 1}"` } });
}
