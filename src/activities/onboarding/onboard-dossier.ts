import { v7 as uuidv7 } from 'uuid';
import { beginDossier } from '../../commands/begin-dossier.ts';
import { giveAccess } from '../../commands/give-access.ts';
import { handOver } from '../../commands/hand-over.ts';
import { Changes } from '../../db/changes.ts';
import { type Database, type Queries, transaction } from '../../db/client.ts';
import {
  type Colleague,
  holdManagers,
  type LockedOnboarding,
  lockAddresses,
  lockOnboarding,
  nextLines,
  onboarded,
} from '../../db/queries/onboardings.ts';
import { type DossierDecision, decideDossier, type Obstacle } from '../../domain/onboarding.ts';
import { pauseSince } from './pause-since.ts';

type Lines = NonNullable<Awaited<ReturnType<typeof nextLines>>>;
type Create = Extract<DossierDecision, { kind: 'create' }>;

const hour = 60 * 60 * 1000;

/**
 * Creates the next dossier of an onboarding, whole, in one transaction: its persons, their rights, the hand-over, the
 * record, the invitations with their turns, and that it is done. What is impossible by now is written down instead.
 * @returns whether there may be a next one: none is left, or it doesn't run any more
 */
export const onboardDossier = (db: Database, onboardingId: string): Promise<'next' | 'none_left' | 'stop'> =>
  transaction(db, async (tx) => {
    const onboarding = await lockOnboarding(tx.sql, onboardingId);
    if (onboarding?.state !== 'running') return 'stop';
    const lines = await nextLines(tx.sql, onboarding);
    if (!lines) return 'none_left';
    const { runner, manager } = await holdManagers(tx, onboarding.firmId, onboarding.runBy!, lines.managerId);
    if (!runner) {
      await pauseSince(tx, onboarding, 'importer_gone');
      return 'stop';
    }
    const obstacles = changedMeanwhile(lines, manager);
    if (obstacles.length > 0) return written(tx, onboarding, lines, { obstacles });
    const { persons } = lines.content;
    const accounts = await lockAddresses(
      tx.sql,
      persons.flatMap(({ email }) => email ?? []),
    );
    const decision = decideDossier(persons, runner, (email) => accounts.get(email) ?? null);
    if (decision.kind === 'refused') return written(tx, onboarding, lines, decision);
    return written(tx, onboarding, lines, {
      obstacles: [],
      ...(await create(tx, { onboarding, lines, runner, manager, gives: decision.gives, accounts })),
    });
  });

/** Writes down that a dossier can't be created, for a reason that no retry mends. */
export const refuseDossier = (db: Database, onboardingId: string): Promise<void> =>
  transaction(db, async (tx) => {
    const onboarding = await lockOnboarding(tx.sql, onboardingId);
    const lines = onboarding?.state === 'running' && (await nextLines(tx.sql, onboarding));
    if (!onboarding || !lines) return;
    const { line } = lines.content.persons[0]!;
    await written(tx, onboarding, lines, { obstacles: [{ line, column: null, code: 'refused' }] });
  });

function changedMeanwhile({ content, exists, managerId }: Lines, manager?: Colleague): Obstacle[] {
  const { line } = content.persons[0]!;
  return [
    ...(exists ? [{ line, column: 'dossier', code: 'dossier_exists' } as const] : []),
    ...(managerId && !manager ? [{ line, column: 'manager', code: 'not_a_manager' } as const] : []),
  ];
}

type Creation = {
  onboarding: LockedOnboarding;
  lines: Lines;
  runner: Colleague;
  manager: Colleague | undefined;
  gives: Create['gives'];
  accounts: Awaited<ReturnType<typeof lockAddresses>>;
};

/** @returns the ids of the dossier and of its grants */
async function create(tx: Queries, { onboarding, lines, runner, manager, gives, accounts }: Creation) {
  const { id: onboardingId, firmId, origin, turn, invitationsPerHour } = onboarding;
  const { accountId, memberId, email } = runner;
  const dossierId = uuidv7();
  const changes = new Changes({ firmId, dossierId, actorId: accountId, origin });
  const family = lines.content.persons.map((person) => ({ ...person, id: uuidv7() }));
  const dossier = { id: dossierId, firmId, name: lines.content.name, managerId: memberId };
  await beginDossier(tx, changes, dossier, family, { onboardingId });

  const grantIds: string[] = [];
  const guardians: { accountId: string; email: string }[] = [];
  const actor = { accountId, email, roles: [{ name: 'manager' as const, right: null }] };
  for (const [i, give] of gives.entries()) {
    if (!give) continue;
    const { id: partyId, central } = family[i]!;
    const account = accounts.get(give.email) ?? null;
    const dueAt = new Date(turn + (grantIds.length * hour) / invitationsPerHour);
    const { id } = giveAccess(
      {
        ...{ changes, actor, account, guardians: [...guardians] },
        dossier: { id: dossierId, firmId, manager: runner },
        line: { kind: 'person', partyId, central },
      },
      give,
      { dueAt, onboardingId },
    );
    grantIds.push(id);
    if (central && give.opens) guardians.push({ accountId: account!.id, email: give.email });
  }
  if (manager && manager.memberId !== memberId) {
    await handOver(tx, changes, { dossierId, from: memberId, to: manager.memberId });
  }
  await changes.write(tx);
  return { dossierId, grantIds };
}

async function written(
  { sql }: Queries,
  { id: onboardingId, turn, invitationsPerHour }: LockedOnboarding,
  { number, managerId, content }: Lines,
  what: { obstacles: Obstacle[]; dossierId?: string; grantIds?: string[] },
): Promise<'next'> {
  const { obstacles, dossierId = null, grantIds = [] } = what;
  const persons = content.persons.length;
  const nextInvitationAt = new Date(turn + (grantIds.length * hour) / invitationsPerHour);
  await onboarded(
    sql,
    { onboardingId, number, dossierId, managerId, persons, grantIds, obstacles },
    nextInvitationAt,
  );
  return 'next';
}
