import { route } from '../route.ts';
import { endView } from './end-view.ts';
import { makeView } from './make-view.ts';
import { MakeView, View } from './schema.ts';

const tag = 'Access rights';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;

export const viewRoutes = [
  route({
    method: 'post',
    path: '/api/dossiers/:d/views',
    tag,
    summary: 'Look at the dossier as a person or an advisor, for an hour: GET below it with `View-As: <id>`',
    status: 201,
    creates: true,
    body: MakeView,
    answer: View,
    problems: [...seen, 'no_access', 'person_deceased', 'invalid'],
    handle: async (services, request) => ({ body: await makeView(services, request) }),
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/views/:view',
    tag,
    summary: 'End a view',
    status: 204,
    problems: seen,
    handle: endView,
  }),
];
