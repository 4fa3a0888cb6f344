import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { endSessions } from '../../db/queries/end-sessions.ts';
import { lockMember, type MemberRow } from '../../db/queries/members.ts';
import { dossierMembers, members } from '../../db/schema/index.ts';
import { beginning, isWaiting } from '../../domain/invitation.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { refuseTakenAddress } from './add-member.ts';
import { changeInFirm } from './in-firm.ts';
import { presentMember } from './present-member.ts';
import type { ChangeMember } from './schema.ts';

type Change = z.output<typeof ChangeMember>;

/**
 * Changes a member: his name, language, role, the contact data of a pending invitation, or that he leaves (R1), which
 * ends his sessions too.
 */
export const changeMember = (
  services: Services,
  { params, body, ifMatch, ...request }: Request<{ f: string; m: string }, undefined, Change>,
) =>
  changeInFirm(services, request, params.f, async ({ tx, changes, me }) => {
    const member = await lockMember(tx.sql, params.f, params.m);
    if (!member || member.leftAt) throw new Problem('not_found');
    const change = body.get();
    const presented = presentMember(member, 'admin');
    await requireVersion(tx, ifMatch(), presented);
    if (member.id === me.id && (change.role || change.left || change.email || change.phone)) {
      throw new Problem('own_access');
    }
    refuseAbandoning(member, change);
    const { role = member.role, left = false, email, phone, ...names } = change;
    const subject = { kind: 'member', id: member.id, grantId: member.grantId! };
    changes.replaced(presented);
    const correction = left ? null : corrected(member, { email, phone });
    if (correction) {
      if (correction.newCycle) await refuseTakenAddress(tx, correction.email);
      const { newCycle, ...contact } = correction;
      changes.updateGrant({
        id: member.grantId!,
        version: member.grantVersion!,
        ...contact,
        ...(newCycle ? beginning(member.cycle!) : {}),
      });
      changes.record('contact_corrected', subject, {
        details: { before: { email: member.email, phone: member.phone }, after: contact },
      });
      if (newCycle)
        changes.owe({
          kind: 'invite',
          grantId: member.grantId!,
          cycle: member.cycle! + 1,
          partyKind: 'member',
          dossierId: null,
        });
    }
    if (left) {
      const ended = isWaiting(member.state!) ? { state: 'withdrawn' as const } : {};
      changes.updateGrant({
        id: member.grantId!,
        version: member.grantVersion!,
        endedAt: new Date(),
        nextReminderAt: null,
        expiresAt: null,
        ...ended,
      });
      changes.record('member_left', subject, { before: { role: member.role } });
      if (ended.state)
        changes.owe({ kind: 'settle', grantId: member.grantId!, cycle: member.cycle!, outcome: 'withdrawn' });
      await tx.orm.delete(dossierMembers).where(eq(dossierMembers.memberId, member.id));
      if (member.accountId) await endSessions(tx, member.accountId);
    } else if (role !== member.role || Object.keys(names).length > 0) {
      changes.record('member_changed', subject, { before: { role: member.role }, after: { role } });
    }
    await tx.orm
      .update(members)
      .set({ ...names, role, version: member.version + 1, ...(left ? { leftAt: sql`now()` } : {}) })
      .where(eq(members.id, member.id));
    return { id: member.id, version: member.version + 1 };
  });

/** R1: who manages dossiers hands them over first; the last admin stays. */
function refuseAbandoning(
  member: NonNullable<Awaited<ReturnType<typeof lockMember>>>,
  { role, left }: Change,
) {
  const losesDossiers = left || role === 'support';
  if (losesDossiers && member.managesDossiers) throw new Problem('manages_dossiers');
  const losesAdmin = member.role === 'admin' && (left || (role && role !== 'admin'));
  if (losesAdmin && member.accountId && member.otherAdmins === 0) throw new Problem('last_admin');
}

function corrected(
  member: MemberRow,
  { email = member.email!, phone = member.phone! }: Pick<Change, 'email' | 'phone'>,
) {
  const newCycle = email !== member.email;
  if (!newCycle && phone === member.phone) return null;
  if (member.accountId) throw new Problem('account_exists');
  return { email, phone, newCycle };
}
