import type { z } from 'zod';
import type { GrantRow, LineRow } from '../../db/queries/line-facts.ts';
import { type Actor, actionsOn, isOwn, type LineFacts } from '../../domain/access.ts';
import { lastDay } from '../../domain/until.ts';
import { isoInstant } from '../fields.ts';
import type { AccessLine } from './schema.ts';

/** What a decision about a line stands on, for one actor. */
export const lineFacts = (actor: Actor, line: LineRow, closed: boolean): LineFacts => ({
  actor,
  party:
    line.kind === 'person'
      ? { kind: 'person', central: line.central, deceased: line.deceased }
      : { kind: 'advisor' },
  grant: line.grant && { ...line.grant, until: lastDay(line.grant.endsAt) },
  withdrawnBefore: line.withdrawnBefore,
  closed,
});

/** One line of the tab, with what the actor may do with it. */
export function presentLine(actor: Actor, line: LineRow, closed: boolean): z.input<typeof AccessLine> {
  const { grant, partyId: id } = line;
  const name = `${line.firstName} ${line.lastName}`;
  const facts = lineFacts(actor, line, closed);
  return {
    party:
      line.kind === 'person'
        ? { kind: 'person', id, name, central: line.central, deceased: line.deceased }
        : { kind: 'advisor', id, name, type: line.type! },
    email: grant?.email ?? line.email,
    phone: grant?.phone ?? line.phone,
    right: grant?.right ?? 'none',
    until: lastDay(grant?.endsAt ?? null),
    given: grant && { at: isoInstant(grant.givenAt)!, by: grant.giverName },
    leftAt: isoInstant(grant ? null : line.leftAt),
    grantId: grant?.id ?? null,
    openedAt: isoInstant(grant?.openedAt ?? null),
    own: isOwn(facts),
    open: grant?.accountId != null,
    revocable: line.central === null,
    invitation: grant && presentInvitation(grant),
    actions: actionsOn(facts),
  };
}

/** The dates that the invitation comes to: an end of the access comes before them. */
const presentInvitation = (grant: GrantRow): NonNullable<z.input<typeof AccessLine>['invitation']> => ({
  state: grant.state,
  sentAt: isoInstant(grant.sentAt),
  remindersSent: grant.remindersSent,
  nextReminderAt: endsBefore(grant, grant.nextReminderAt) ? null : isoInstant(grant.nextReminderAt),
  expiresAt: isoInstant(endsBefore(grant, grant.expiresAt) ? grant.endsAt : grant.expiresAt),
  lastDelivery: grant.lastDelivery && { ...grant.lastDelivery, at: isoInstant(grant.lastDelivery.at)! },
});

const endsBefore = ({ endsAt }: GrantRow, instant: string | null): boolean =>
  endsAt !== null && instant !== null && Date.parse(endsAt) <= Date.parse(instant);
