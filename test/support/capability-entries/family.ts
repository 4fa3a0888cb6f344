import { v7 as uuidv7 } from 'uuid';
import { newPerson } from '../by-sql.ts';
import type { At } from './callers.ts';
import type { Entry, Who } from './entry.ts';

const needs = ['family', 'write'] as const;
const relative = (at: At) => newPerson(at.world, at.where);

/** R18: the mark of a central person is the manager's alone. */
const marks = ({ is, may }: Who) =>
  is('manager') ? 'ok' : may('family', 'write') ? 'central_is_managers' : 'not_permitted';

async function union({ world, where }: At) {
  const [id, a, b] = [uuidv7(), await newPerson(world, where), await newPerson(world, where)];
  const row = { id, dossier_id: where.id, person_a: a, person_b: b, kind: 'marriage' };
  await world.owner`insert into unions ${world.owner(row)}`;
  return id;
}

async function parentLink({ world, where }: At) {
  const [id, child, parent] = [uuidv7(), await newPerson(world, where), await newPerson(world, where)];
  const row = { id, dossier_id: where.id, child_id: child, parent_id: parent, kind: 'birth' };
  await world.owner`insert into parent_links ${world.owner(row)}`;
  return id;
}

export const family: Entry[] = [
  { route: 'get /api/dossiers/:d/family', needs: ['family', 'read'], ok: 200 },
  {
    route: 'post /api/dossiers/:d/family/persons',
    needs,
    request: () => ({ body: { firstName: 'Léa', lastName: 'Dupont' } }),
    ok: 201,
  },
  {
    route: 'post /api/dossiers/:d/family/persons',
    what: 'as co-holder',
    needs: marks,
    request: async (at) => {
      const { where } = await at.anew();
      await at.world.owner`update persons set central = null where id = ${where.coHolderId}
        and not exists (select from grants where person_id = ${where.coHolderId})`;
      return {
        params: { d: where.id },
        body: { firstName: 'Léa', lastName: 'Dupont', central: 'co_holder' },
      };
    },
    ok: 201,
  },
  {
    route: 'patch /api/dossiers/:d/family/persons/:p',
    needs,
    request: async (at) => ({ params: { p: await relative(at) }, version: 1, body: { lastName: 'Martin' } }),
    ok: 200,
  },
  {
    route: 'patch /api/dossiers/:d/family/persons/:p',
    what: 'un-marked',
    needs: marks,
    request: async (at) => {
      const { where } = await at.anew();
      return { params: { d: where.id, p: where.coHolderId }, version: 1, body: { central: null } };
    },
    ok: 200,
  },
  {
    route: 'delete /api/dossiers/:d/family/persons/:p',
    needs,
    request: async (at) => ({ params: { p: await relative(at) }, version: 1 }),
    ok: 204,
  },
  {
    route: 'delete /api/dossiers/:d/family/persons/:p',
    what: 'a central person without access',
    needs: marks,
    request: async (at) => {
      const { where } = await at.anew();
      return { params: { d: where.id, p: where.coHolderId }, version: 1 };
    },
    ok: 204,
  },
  {
    route: 'post /api/dossiers/:d/family/unions',
    needs,
    request: async (at) => ({
      body: { personIds: [await relative(at), await relative(at)], kind: 'cohabitation' },
    }),
    ok: 201,
  },
  {
    route: 'patch /api/dossiers/:d/family/unions/:u',
    needs,
    request: async (at) => ({ params: { u: await union(at) }, version: 1, body: { start: '1999-12-31' } }),
    ok: 200,
  },
  {
    route: 'delete /api/dossiers/:d/family/unions/:u',
    needs,
    request: async (at) => ({ params: { u: await union(at) }, version: 1 }),
    ok: 204,
  },
  {
    route: 'post /api/dossiers/:d/family/parents',
    needs,
    request: async (at) => ({
      body: { childId: await relative(at), parentId: await relative(at), kind: 'adoption' },
    }),
    ok: 201,
  },
  {
    route: 'delete /api/dossiers/:d/family/parents/:l',
    needs,
    request: async (at) => ({ params: { l: await parentLink(at) }, version: 1 }),
    ok: 204,
  },
];
