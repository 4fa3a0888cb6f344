import { z } from 'zod';
import { type FirmRole, firmRoles, type Language } from '../../domain/words.ts';
import { LanguageCode } from '../fields.ts';
import { Id, route } from '../route.ts';

const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    language: LanguageCode,
    team: z.object({ firmId: Id, role: z.enum(firmRoles) }).nullable(),
  })
  .meta({ id: 'Me' });

type Row = {
  id: string;
  name: string;
  email: string;
  phone: string;
  language: Language;
  firmId: string | null;
  role: FirmRole;
};

export const meRoutes = [
  route({
    method: 'get',
    path: '/api/me',
    tag: 'Me',
    summary: 'Who I am',
    status: 200,
    answer: Me,
    problems: [],
    handle: async ({ db }, { caller }) => {
      const [row] = await db.sql<Row[]>`
        select a.id, a.name, a.email, a.phone, a.language, m.firm_id as "firmId", m.role
        from accounts a
        left join grants g on g.account_id = a.id and g.member_id is not null and g.ended_at is null
        left join members m on m.id = g.member_id
        where a.id = ${caller.accountId}`;
      const { firmId, role, ...me } = row!;
      return { body: { ...me, team: firmId ? { firmId, role } : null } };
    },
  }),
];
