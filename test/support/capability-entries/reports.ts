import { v7 as uuidv7 } from 'uuid';
import type { ProblemCode } from '../../../src/domain/problems.ts';
import type { At } from './callers.ts';
import { createsNothing, type Entry, type Who } from './entry.ts';

const reads = ['reports', 'read'] as const;
const creates = { needs: ['reports', 'create'], otherwise: createsNothing } as const;
const path = '/api/dossiers/:d/reports';

/** A report that is drawn. */
async function report({ world: { owner }, where, boss }: At, withAccess = false) {
  const id = uuidv7();
  await owner`
    insert into reports (id, dossier_id, language, with_access, state, progress, pdf, created_by, finished_at)
    values (${id}, ${where.id}, 'fr', ${withAccess}, 'ready', 100, 'a PDF', ${boss.id}, now())`;
  return id;
}

const one = async (at: At) => ({ r: await report(at) });

/** What says who has access is there for those alone who may list the rights (R17). */
const ofAccess = (hidden: ProblemCode, level: 'read' | 'create') => (who: Who) => {
  if (!who.may('reports', level)) return level === 'create' ? createsNothing(who) : 'not_permitted';
  return who.may('familyAccess', 'view') ? 'ok' : hidden;
};

export const reports: Entry[] = [
  { route: `get ${path}`, needs: reads, ok: 200 },
  { route: `post ${path}`, ...creates, request: () => ({ body: { language: 'nl' } }), ok: 201 },
  {
    route: `post ${path}`,
    what: 'with who has access',
    needs: ofAccess('not_permitted', 'create'),
    request: () => ({ body: { withAccess: true } }),
    ok: 201,
  },
  {
    route: `get ${path}/:r/pdf`,
    what: 'with who has access',
    needs: ofAccess('not_found', 'read'),
    request: async (at) => ({ params: { r: await report(at, true) } }),
    ok: 200,
  },
  { route: `get ${path}/:r`, needs: reads, request: async (at) => ({ params: await one(at) }), ok: 200 },
  { route: `get ${path}/:r/pdf`, needs: reads, request: async (at) => ({ params: await one(at) }), ok: 200 },
  {
    route: `delete ${path}/:r`,
    ...creates,
    request: async (at) => ({ params: await one(at), version: 1 }),
    ok: 204,
  },
];
