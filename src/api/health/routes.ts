import { z } from 'zod';
import { owedSummary } from '../../db/queries/owed.ts';
import { route } from '../route.ts';

const Live = z.object({ status: z.literal('ok') });

const part = z.enum(['ok', 'away']);
const Ready = z
  .object({
    database: z.literal('ok'),
    temporal: part,
    mail: part,
    owed: z
      .object({ count: z.int(), oldestSeconds: z.int() })
      .meta({ description: 'What Temporal is still owed.' }),
  })
  .meta({ id: 'Ready' });

export const healthRoutes = [
  route({
    method: 'get',
    path: '/api/health/live',
    tag: 'Health',
    summary: 'Whether the process runs',
    open: true,
    status: 200,
    answer: Live,
    problems: [],
    handle: async () => ({ body: { status: 'ok' as const } }),
  }),
  route({
    method: 'get',
    path: '/api/health/ready',
    tag: 'Health',
    summary: 'Whether calls are answered: 200 while the database is there; names each part',
    open: true,
    status: 200,
    answer: Ready,
    problems: [],
    handle: async ({ db, probes }) => {
      const [owed, temporal, mail] = await Promise.all([owedSummary(db), probes.temporal(), probes.mail()]);
      return { body: { database: 'ok' as const, temporal, mail, owed } };
    },
  }),
];
