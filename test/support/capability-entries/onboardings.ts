import { v7 as uuidv7 } from 'uuid';
import { oneFamily } from '../onboardings.ts';
import type { At } from './callers.ts';
import type { Entry, Who } from './entry.ts';

const path = '/api/firms/:f/onboardings';

/** R1: who may create dossiers onboards; others of the team don't even see what was sent. */
const importers = ({ firmRole }: Who) =>
  !firmRole ? 'not_found' : firmRole === 'support' ? 'not_permitted' : 'ok';

/** An onboarding of the caller's firm: checked by him, or run by somebody. */
async function onboarding({ world: { owner }, firm, me, boss }: At, columns: object = {}) {
  const o = uuidv7();
  const counts = { lines: 1, dossiers: 1, persons: 1, rights: 0, irrevocable: 0, rejections: 0 };
  await owner`insert into onboardings ${owner({
    ...{ id: o, firm_id: firm, state: 'checked', created_by: me?.id ?? boss.id, ...counts },
    ...{ rejected: owner.json([]), invitations_per_hour: 600, ...columns },
  })}`;
  return { o };
}

const by = (state: string, columns: object = {}) => ({
  needs: importers,
  request: async (at: At) => ({
    params: await onboarding(at, {
      ...(state === 'checked' ? {} : { state, run_by: at.boss.id }),
      ...columns,
    }),
    version: 1,
  }),
});

export const onboardings: Entry[] = [
  { route: `get ${path}`, needs: importers, ok: 200 },
  {
    route: `post ${path}`,
    needs: importers,
    request: () => ({ file: { type: 'text/csv', content: oneFamily() } }),
    ok: 201,
  },
  { route: `get ${path}/:o`, ...by('running'), ok: 200 },
  { route: `delete ${path}/:o`, ...by('checked'), ok: 204 },
  {
    route: `post ${path}/:o/start`,
    needs: importers,
    request: async (at) => ({ params: await onboarding(at), body: {} }),
    ok: 202,
  },
  {
    route: `post ${path}/:o/start`,
    what: 'checked by somebody else',
    needs: (who) => (importers(who) === 'ok' ? 'not_permitted' : importers(who)),
    request: async (at) => ({ params: await onboarding(at, { created_by: at.boss.id }), body: {} }),
    ok: 202,
  },
  { route: `post ${path}/:o/pause`, ...by('running'), ok: 200 },
  { route: `post ${path}/:o/resume`, ...by('paused', { paused_because: 'importer_gone' }), ok: 202 },
];
