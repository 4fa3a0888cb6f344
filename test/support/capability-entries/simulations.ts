import { v7 as uuidv7 } from 'uuid';
import type { At } from './callers.ts';
import { createsNothing, type Entry } from './entry.ts';

const reads = ['simulations', 'read'] as const;
const creates = { needs: ['simulations', 'create'], otherwise: createsNothing } as const;
const path = '/api/dossiers/:d/simulations';

/** A simulation of a year in which nothing happens. */
export async function simulation({ world: { owner }, where, boss }: At) {
  const id = uuidv7();
  const content = {
    assumptions: { horizon: 1, inflation: '0', growth: {}, donations: [], deaths: [] },
    inputs: { startYear: 2025, persons: [], unions: [], parents: [], items: [] },
    result: { notes: [], years: [], events: [] },
  };
  await owner`insert into simulations ${owner({
    id,
    dossier_id: where.id,
    name: 'As it is',
    assumptions: owner.json(content.assumptions),
    inputs: owner.json(content.inputs),
    result: owner.json(content.result),
    engine: '1',
    created_by: boss.id,
  })}`;
  return id;
}

const one = async (at: At) => ({ s: await simulation(at) });

export const simulations: Entry[] = [
  { route: `get ${path}`, needs: reads, ok: 200 },
  {
    route: `post ${path}`,
    ...creates,
    request: () => ({ body: { name: 'Ten years', horizon: 10, inflation: '2' } }),
    ok: 201,
  },
  { route: `get ${path}/:s`, needs: reads, request: async (at) => ({ params: await one(at) }), ok: 200 },
  {
    route: `patch ${path}/:s`,
    ...creates,
    request: async (at) => ({ params: await one(at), version: 1, body: { name: 'As it was' } }),
    ok: 200,
  },
  {
    route: `delete ${path}/:s`,
    ...creates,
    request: async (at) => ({ params: await one(at), version: 1 }),
    ok: 204,
  },
  {
    route: `get ${path}/:s/comparison`,
    needs: reads,
    request: async (at) => ({ params: await one(at), query: `?with=${await simulation(at)}` }),
    ok: 200,
  },
];
