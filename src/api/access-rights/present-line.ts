import type { z } from 'zod';
import type { GrantRow, LineRow } from '../../db/queries/line-facts.ts';
import { type Actor, actionsOn, type LineFacts } from '../../domain/access.ts';
import { isoInstant } from '../fields.ts';
import type { AccessLine } from './schema.ts';

/** What a decision about a line stands on, for one actor. */
export const lineFacts = (actor: Actor, line: LineRow, closed: boolean): LineFacts => ({
  actor,
  party:
    line.kind === 'person'
      ? { kind: 'person', central: line.central, deceased: line.deceased }
      : { kind: 'advisor' },
  grant: line.grant,
  withdrawnBefore: line.withdrawnBefore,
  closed,
});

/** One line of the tab, with what the actor may do with it. */
export function presentLine(actor: Actor, line: LineRow, closed: boolean): z.input<typeof AccessLine> {
  const { grant, partyId: id } = line;
  const name = `${line.firstName} ${line.lastName}`;
  return {
    party:
      line.kind === 'person'
        ? { kind: 'person', id, name, central: line.central }
        : { kind: 'advisor', id, name, type: line.type! },
    email: grant?.email ?? line.email,
    phone: grant?.phone ?? line.phone,
    right: grant?.right ?? 'none',
    grantId: grant?.id ?? null,
    open: grant?.accountId != null,
    revocable: line.central === null,
    invitation: grant && presentInvitation(grant),
    actions: actionsOn(lineFacts(actor, line, closed)),
  };
}

const presentInvitation = (grant: GrantRow): NonNullable<z.input<typeof AccessLine>['invitation']> => ({
  state: grant.state,
  sentAt: isoInstant(grant.sentAt),
  remindersSent: grant.remindersSent,
  nextReminderAt: isoInstant(grant.nextReminderAt),
  expiresAt: isoInstant(grant.expiresAt),
  lastDelivery: grant.lastDelivery && { ...grant.lastDelivery, at: isoInstant(grant.lastDelivery.at)! },
});
