import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Changes } from '../../db/changes.ts';
import type { Queries } from '../../db/client.ts';
import { readTree } from '../../db/queries/family.ts';
import { type LockedLine, lockLine } from '../../db/queries/line-facts.ts';
import { persons } from '../../db/schema/index.ts';
import { isWaiting } from '../../domain/invitation.ts';
import { defined } from '../fields.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { mayMarkCentral, refuseContradictions, refuseTaken } from './add-person.ts';
import { changeInFamily, lockPerson, type PersonRow } from './in-family.ts';
import { presentPerson } from './present.ts';
import { refuseFlaws } from './refuse-flaws.ts';
import type { ChangePerson } from './schema.ts';

type Change = z.output<typeof ChangePerson>;

/**
 * Changes a person of the family tree. The central mark is the manager's, and stays on who has access (R5, R18);
 * a date of death ends the reminders.
 */
export const changePerson = (
  services: Services,
  { params, body, ifMatch, ...request }: Request<{ d: string; p: string }, undefined, Change>,
) =>
  changeInFamily(services, request, params.d, async ({ tx, roles, changes }) => {
    if (body.field('central') !== undefined) mayMarkCentral(roles);
    const locked = await lockLine(tx, request.caller, params.d, { kind: 'person', id: params.p }, null);
    const person = await lockPerson(tx, params.d, params.p);
    const change = body.get();
    await requireVersion(tx, ifMatch(), presentPerson(person));
    changes.replaced(presentPerson(person));
    const changed: PersonRow = { ...person, ...defined(change), version: person.version + 1 };
    refuseContradictions(changed);
    await refuseImpossible(tx, person, changed);
    if (changed.central !== person.central)
      await markCentral(tx, changes, person, changed, locked!, request.caller.accountId);
    if (changed.deathDate && !person.deathDate) endReminders(changes, locked!);
    const { id, dossierId, removedAt, ...columns } = changed;
    await tx.orm.update(persons).set(columns).where(eq(persons.id, person.id));
    return { id: person.id, version: changed.version };
  });

/** @throws Problem `impossible_tree` for days of birth and death with which the family can't be */
async function refuseImpossible(tx: Queries, before: PersonRow, after: PersonRow) {
  const days = (['birthDate', 'deathDate'] as const).filter((day) => before[day] !== after[day]);
  if (days.length === 0) return;
  const tree = await readTree(tx, before.dossierId);
  const treeWith = (person: PersonRow) => ({
    ...tree,
    persons: tree.persons.map((one) => (one.id === person.id ? person : one)),
  });
  const without = days.map((day) => [day, treeWith({ ...after, [day]: before[day] })] as const);
  refuseFlaws(tree, treeWith(after), Object.fromEntries(without), days[0]!);
}

async function markCentral(
  tx: Queries,
  changes: Changes,
  before: PersonRow,
  { central }: PersonRow,
  { line, guardians, dossier }: LockedLine,
  actorId: string,
) {
  if (before.central && !central && line.grant) throw new Problem('access_irrevocable');
  if (central && !before.central && line.grant?.endsAt) throw new Problem('central_without_end');
  // Nobody makes his own access irrevocable (R2).
  if (central && line.grant?.accountId === actorId) throw new Problem('own_access');
  if (central) await refuseTaken(tx, dossier.id, central, before.id);
  changes.record(
    'central_changed',
    { kind: 'person', id: before.id },
    { before: { central: before.central }, after: { central } },
  );
  if (before.central || !line.grant) return;
  // Access that becomes irrevocable is told like access given to a central person (R5).
  for (const { accountId, email } of guardians) {
    if (accountId === actorId) continue;
    const data = { right: line.grant.right, actorId };
    changes.mail({
      kind: 'central_given',
      accountId,
      email,
      dossierId: dossier.id,
      grantId: line.grant.id,
      data,
    });
  }
}

/**
 * The access stays as it is; nothing more is sent to a dead person's address, and its links die, also those of an
 * invitation that has ended and could still be accepted.
 */
function endReminders(changes: Changes, { line: { grant, partyId } }: LockedLine) {
  if (!grant || grant.accountId) return;
  const { id, version, cycle } = grant;
  const dead = { id, version, nextReminderAt: null, expiresAt: null };
  if (!isWaiting(grant.state)) {
    changes.updateGrant(dead);
    return;
  }
  changes.updateGrant({ ...dead, state: 'withdrawn' });
  changes.record(
    'invitation_ended',
    { kind: 'person', id: partyId, grantId: id },
    { after: { reason: 'deceased' } },
  );
  changes.owe({ kind: 'settle', grantId: id, cycle, outcome: 'withdrawn' });
}
