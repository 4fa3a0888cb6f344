import { decideResend } from '../../domain/access.ts';
import { resendsADay } from '../../domain/invitation.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { beginAnew, subjectOf } from './carry-out.ts';
import { allowMail, changeLine, type LineChange, type Party } from './line-change.ts';

/** Sends a pending invitation again, or begins a new cycle after it ended (R13). */
export const resendInvitation = (
  services: Services,
  request: Pick<Request<never, never, never>, 'caller' | 'origin'>,
  dossierId: string,
  party: Party,
) =>
  changeLine(services, request, dossierId, party, null, (change) => {
    const decision = decideResend(change.facts);
    if (decision.kind === 'refused') throw new Problem(decision.code);
    if (change.resendsToday >= resendsADay) throw new Problem('too_many_resends', { retryAfter: 60 * 60 });
    allowMail(change);
    const grant = change.line.grant!;
    change.changes.record('invitation_resent', subjectOf(change, grant.id), {
      after: { how: decision.kind },
    });
    if (decision.kind === 'new_cycle') return beginAnew(change);
    if (decision.kind === 'repeat') repeat(change);
    return grant;
  });

/** The same e-mail once more, in the same cycle: no date moves. */
function repeat({ changes, line, dossier }: LineChange) {
  const { id: grantId, cycle, email } = line.grant!;
  changes.mail({ kind: 'invitation', email, dossierId: dossier.id, grantId, cycle });
}
