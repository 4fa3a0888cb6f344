import { readMember } from '../../db/queries/members.ts';
import { beginning, resendIn, resendsADay } from '../../domain/invitation.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInFirm } from './in-firm.ts';

/** Sends a member's invitation again, or begins a new cycle after it ended (R13, R15). */
export const resendMemberInvitation = (
  services: Services,
  { params, ...request }: Request<{ f: string; m: string }, undefined, undefined>,
) =>
  changeInFirm(services, request, params.f, async ({ tx, changes }) => {
    const member = await readMember(tx.sql, params.f, params.m);
    if (!member || member.leftAt) throw new Problem('not_found');
    if (member.accountId) throw new Problem('already_open');
    if (member.resendsToday >= resendsADay) throw new Problem('too_many_resends', { retryAfter: 60 * 60 });
    const grantId = member.grantId!;
    const how = resendIn(member.state!);
    changes.record('invitation_resent', { kind: 'member', id: member.id, grantId }, { after: { how } });
    if (how === 'repeat')
      changes.mail({ kind: 'invitation', email: member.email!, grantId, cycle: member.cycle! });
    if (how === 'new_cycle') {
      changes.updateGrant({ id: grantId, version: member.grantVersion!, ...beginning(member.cycle!) });
      changes.owe({
        kind: 'invite',
        grantId,
        cycle: member.cycle! + 1,
        partyKind: 'member',
        dossierId: null,
      });
    }
    return undefined;
  });
