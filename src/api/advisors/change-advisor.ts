import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { lockLine } from '../../db/queries/line-facts.ts';
import { advisors } from '../../db/schema/index.ts';
import { refusalToTouch } from '../../domain/access.ts';
import { save } from '../access-rights/carry-out.ts';
import { permit } from '../access-rights/line-change.ts';
import { lineFacts } from '../access-rights/present-line.ts';
import { defined } from '../fields.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { changeInAdvisors, requireTypeText } from './in-advisors.ts';
import { lockAdvisor } from './lock-advisor.ts';
import type { ChangeAdvisor } from './schema.ts';

/**
 * Edits an advisor's registration (R6). While his access is pending, another address or number corrects it (R13);
 * once an account is bound to it, both stay (R11).
 */
export const changeAdvisor = (
  services: Services,
  {
    params,
    body,
    ifMatch,
    ...request
  }: Request<{ d: string; a: string }, undefined, z.output<typeof ChangeAdvisor>>,
) =>
  changeInAdvisors(services, request, params.d, async ({ dossier, roles, tx, changes }) => {
    const party = { kind: 'advisor', id: params.a } as const;
    const locked = await lockLine(tx, request.caller, params.d, party, body.peek()?.email ?? null);
    const advisor = await lockAdvisor(tx, params.d, params.a);
    const actor = { ...request.caller, roles };
    const facts = lineFacts(actor, locked!.line, dossier.closedAt !== null);
    const grant = locked!.line.grant;
    if (grant) permit(refusalToTouch(facts));
    const change = body.get();
    const { dossierId, removedAt, ...presented } = advisor;
    await requireVersion(tx, ifMatch(), presented);
    const { id, ...before } = presented;
    const columns = { ...before, ...defined(change), version: advisor.version + 1 };
    requireTypeText(columns);
    changes.replaced(presented);
    if (grant) {
      const { email = advisor.email, phone = advisor.phone } = change;
      save({ ...locked!, tx, actor, facts, changes }, { right: grant.right, email, phone });
    }
    changes.record(
      'advisor_changed',
      { kind: 'advisor', id },
      { before: { type: before.type }, after: { type: columns.type } },
    );
    const [changed] = await tx.orm.update(advisors).set(columns).where(eq(advisors.id, id)).returning();
    return changed!;
  });
