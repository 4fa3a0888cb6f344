import type { z } from 'zod';
import type { RecordAction } from '../../domain/record.ts';
import { enterToRead } from '../dossiers/entered.ts';
import { isManager } from '../dossiers/is-manager.ts';
import { isoInstant, pageOf } from '../fields.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { History } from './schema.ts';

type Row = {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  action: RecordAction;
  subjectKind: string;
  subjectId: string;
  subjectName: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  details: Record<string, unknown> | null;
};

/** The dossier's record (R16), newest first, for its manager. */
export async function readHistory(
  services: Services,
  {
    caller,
    params,
    query,
  }: Request<{ d: string }, { cursor?: string | undefined; limit: number }, undefined>,
): Promise<z.input<typeof History>> {
  if (!isManager(await enterToRead(services, { caller }, params.d))) throw new Problem('not_permitted');
  const { cursor = null, limit } = query;
  const rows = await services.db.sql<Row[]>`
    select r.id, r.at, r.actor_id as "actorId", a.name as "actorName", r.action, r.subject_kind as "subjectKind",
      r.subject_id as "subjectId", r.before, r.after, x.details,
      coalesce(p.first_name || ' ' || p.last_name, ad.first_name || ' ' || ad.last_name,
        m.first_name || ' ' || m.last_name, ac.name) as "subjectName"
    from records r
    left join record_details x on x.record_id = r.id
    left join accounts a on a.id = r.actor_id
    left join persons p on r.subject_kind = 'person' and p.id = r.subject_id
    left join advisors ad on r.subject_kind = 'advisor' and ad.id = r.subject_id
    left join members m on r.subject_kind = 'member' and m.id = r.subject_id
    left join accounts ac on r.subject_kind = 'account' and ac.id = r.subject_id
    where r.dossier_id = ${params.d} and (${cursor}::uuid is null or r.id < ${cursor})
    order by r.id desc limit ${limit + 1}`;
  const { items, nextCursor } = pageOf(rows, limit);
  return {
    nextCursor,
    items: items.map((row) => ({
      id: row.id,
      at: isoInstant(row.at)!,
      actor: row.actorId ? { id: row.actorId, name: row.actorName ?? '' } : null,
      action: row.action,
      subject: { kind: row.subjectKind, id: row.subjectId, name: row.subjectName },
      before: row.before,
      after: row.after,
      details: row.details ?? {},
    })),
  };
}
