import { v7 as uuidv7 } from 'uuid';
import type { At } from './callers.ts';
import { createsNothing, type Entry } from './entry.ts';

const reads = ['reports', 'read'] as const;
const creates = { needs: ['reports', 'create'], otherwise: createsNothing } as const;
const path = '/api/dossiers/:d/reports';

/** A report that is drawn. */
async function report({ world: { owner }, where, boss }: At) {
  const id = uuidv7();
  await owner`
    insert into reports (id, dossier_id, language, with_access, state, progress, pdf, created_by, finished_at)
    values (${id}, ${where.id}, 'fr', false, 'ready', 100, 'a PDF', ${boss.id}, now())`;
  return id;
}

const one = async (at: At) => ({ r: await report(at) });

export const reports: Entry[] = [
  { route: `get ${path}`, needs: reads, ok: 200 },
  { route: `post ${path}`, ...creates, request: () => ({ body: { language: 'nl' } }), ok: 201 },
  { route: `get ${path}/:r`, needs: reads, request: async (at) => ({ params: await one(at) }), ok: 200 },
  { route: `get ${path}/:r/pdf`, needs: reads, request: async (at) => ({ params: await one(at) }), ok: 200 },
  {
    route: `delete ${path}/:r`,
    ...creates,
    request: async (at) => ({ params: await one(at), version: 1 }),
    ok: 204,
  },
];
