import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Changes } from '../../db/changes.ts';
import type { Queries } from '../../db/client.ts';
import { grants, members } from '../../db/schema/index.ts';
import { beginning } from '../../domain/invitation.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInFirm } from './in-firm.ts';
import type { AddMember } from './schema.ts';

type NewMember = z.output<typeof AddMember>;

/** Adds a member to the team, and invites him (R15). */
export const addMember = (
  services: Services,
  { params, body, ...request }: Request<{ f: string }, undefined, NewMember>,
) =>
  changeInFirm(services, request, params.f, ({ tx, changes }) =>
    once(tx, request, () => enlist(tx, changes, params.f, body.get(), request.caller.accountId)),
  );

/** Writes a member and the grant that invites him. @throws Problem `email_in_use` where the address is in a team */
export async function enlist(
  tx: Queries,
  changes: Changes,
  firmId: string,
  member: NewMember,
  givenBy: string | null,
) {
  const { firstName, lastName, language, role, email, phone } = member;
  await refuseTakenAddress(tx, email);
  const [id, grantId] = [uuidv7(), uuidv7()];
  await tx.orm.insert(members).values({ id, firmId, firstName, lastName, language, role });
  changes.giveGrant({
    id: grantId,
    firmId,
    memberId: id,
    email,
    phone,
    givenBy,
    givenAt: new Date(),
    ...beginning(),
  });
  changes.record(
    'member_added',
    { kind: 'member', id, grantId },
    { after: { role }, details: { email, phone } },
  );
  changes.owe({ kind: 'invite', grantId, cycle: 1, partyKind: 'member', dossierId: null });
  return { id, version: 1 };
}

/** An address belongs to one team at most. */
export async function refuseTakenAddress({ orm }: Queries, email: string) {
  const [taken] = await orm
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.email, email), isNotNull(grants.memberId), isNull(grants.endedAt)));
  if (taken) throw new Problem('member_email_in_use');
}
