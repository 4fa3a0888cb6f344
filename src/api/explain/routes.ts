import { route } from '../route.ts';
import { explainAccess } from './explain-access.ts';
import { ExplainQuery, Explanation } from './schema.ts';

export const explainRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers/:d/access-rights/explain',
    tag: 'Access rights',
    summary: 'Whether somebody may do something here, through which role, by which rule; for the manager',
    status: 200,
    query: ExplainQuery,
    answer: Explanation,
    problems: ['not_found', 'number_unconfirmed', 'not_permitted', 'invalid'],
    handle: async (services, request) => ({ body: await explainAccess(services, request) }),
  }),
];
