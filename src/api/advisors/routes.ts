import { and, asc, eq, isNull } from 'drizzle-orm';
import { advisors } from '../../db/schema/index.ts';
import { allows } from '../../domain/capabilities.ts';
import { enterToRead } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import { type Request, route } from '../route.ts';
import type { Services } from '../services.ts';
import { changeAdvisor } from './change-advisor.ts';
import { registerAdvisor } from './register-advisor.ts';
import { removeAdvisor } from './remove-advisor.ts';
import { Advisor, Advisors, ChangeAdvisor, RegisterAdvisor } from './schema.ts';

const tag = 'Advisors';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;

async function listAdvisors(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
) {
  const { capabilities } = await enterToRead(services, { caller }, params.d);
  if (!allows(capabilities, 'advisorAccess', 'view')) throw new Problem('not_permitted');
  return services.db.orm
    .select()
    .from(advisors)
    .where(and(eq(advisors.dossierId, params.d), isNull(advisors.removedAt)))
    .orderBy(asc(advisors.id));
}

export const advisorRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers/:d/advisors',
    tag,
    summary: 'The registered advisors',
    status: 200,
    answer: Advisors,
    problems: seen,
    handle: async (services, request) => ({ body: { items: await listAdvisors(services, request) } }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/advisors',
    tag,
    summary: 'Register an advisor; nothing is sent',
    status: 201,
    creates: true,
    body: RegisterAdvisor,
    answer: Advisor,
    problems: [...seen, 'invalid'],
    handle: async (services, request) => {
      const body = await registerAdvisor(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'patch',
    path: '/api/dossiers/:d/advisors/:a',
    tag,
    summary: 'Edit an advisor; a pending access is corrected with it',
    status: 200,
    versioned: true,
    body: ChangeAdvisor,
    answer: Advisor,
    problems: [...seen, 'account_exists', 'email_in_use', 'own_access', 'too_many_emails', 'invalid'],
    handle: async (services, request) => {
      const body = await changeAdvisor(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'delete',
    path: '/api/dossiers/:d/advisors/:a',
    tag,
    summary: 'Remove an advisor without access',
    status: 204,
    versioned: true,
    problems: [...seen, 'advisor_has_access'],
    handle: removeAdvisor,
  }),
];
