import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { beginDossier } from '../../commands/begin-dossier.ts';
import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { CreateDossier } from './schema.ts';

/** Creates a dossier with its central persons; whoever creates it becomes its manager (R1). */
export const createDossier = (
  { db }: Services,
  { caller, body, origin, idempotency }: Request<unknown, undefined, z.output<typeof CreateDossier>>,
) =>
  transaction(db, async (tx) => {
    const [me] = await tx.sql<{ id: string; firmId: string; role: string }[]>`
      select m.id, m.firm_id as "firmId", m.role from members m
      join grants g on g.member_id = m.id and g.ended_at is null
      where g.account_id = ${caller.accountId} and m.left_at is null for share of m`;
    if (me?.role !== 'manager' && me?.role !== 'admin') throw new Problem('not_permitted');
    return once(tx, { caller, idempotency }, async () => {
      const { name, holder, coHolder } = body.get();
      const id = uuidv7();
      const central = [
        { id: uuidv7(), ...holder, central: 'holder' as const },
        ...(coHolder ? [{ id: uuidv7(), ...coHolder, central: 'co_holder' as const }] : []),
      ];
      const changes = new Changes({ firmId: me.firmId, dossierId: id, actorId: caller.accountId, origin });
      await beginDossier(tx, changes, { id, firmId: me.firmId, name, managerId: me.id }, central);
      await changes.write(tx);
      const [holderPerson, coHolderPerson] = central;
      return {
        id,
        version: 1,
        holder: { id: holderPerson!.id },
        coHolder: coHolderPerson ? { id: coHolderPerson.id } : null,
      };
    });
  });
