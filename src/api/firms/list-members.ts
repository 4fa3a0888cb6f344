import { readMembers, readMembership } from '../../db/queries/members.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentMember } from './present-member.ts';

/** The firm's team, for its members; contact data and the state of invitations for the admin alone. */
export async function listMembers(
  { db }: Services,
  { caller, params }: Request<{ f: string }, undefined, undefined>,
) {
  const me = await readMembership(db.sql, params.f, caller.accountId);
  if (!me) throw new Problem('not_found');
  const rows = await readMembers(db.sql, params.f);
  return { items: rows.map((row) => presentMember(row, me.role)) };
}
