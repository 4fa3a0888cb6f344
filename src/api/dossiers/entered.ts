import { isDeepStrictEqual } from 'node:util';
import { type Cause, Changes } from '../../db/changes.ts';
import { type Queries, StaleFacts, transaction } from '../../db/client.ts';
import {
  type Caller,
  type DossierFacts,
  holdRoles,
  lockDossier,
  readDossier,
} from '../../db/queries/dossier-facts.ts';
import {
  allows,
  type Capabilities,
  capabilitiesOf,
  type Role,
  type Section,
} from '../../domain/capabilities.ts';
import { awaitsNumber, rolesOf } from '../../domain/roles.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

/** A dossier that the caller may know of, and what he is in it. */
export type Entered = { dossier: DossierFacts; roles: Role[]; capabilities: Capabilities };

type ByCaller = { caller: Caller };
/** Who changes something, and from where. */
export type Acting = ByCaller & Pick<Request<never, never, never>, 'origin'>;

/** @throws Problem `not_found` for who has no access (R17), `number_unconfirmed` while a code is awaited (R10) */
export function enter(dossier: DossierFacts | undefined): Entered {
  if (!dossier) throw new Problem('not_found');
  const roles = rolesOf(dossier);
  if (roles.length === 0) throw new Problem(awaitsNumber(dossier) ? 'number_unconfirmed' : 'not_found');
  return { dossier, roles, capabilities: capabilitiesOf(roles, dossier.closedAt !== null) };
}

/** Enters a dossier to read. */
export const enterToRead = async ({ db }: Services, { caller }: ByCaller, dossierId: string) =>
  enter(await readDossier(db.sql, caller, dossierId));

export const causeIn = (dossier: DossierFacts, { caller, origin }: Acting): Cause => ({
  firmId: dossier.firmId,
  dossierId: dossier.id,
  actorId: caller.accountId,
  origin,
});

/**
 * Asked at the end of a change: the caller's roles have to be what they were when he entered, and stand still until
 * the commit, so that nothing is written after the withdrawal of the right to it was committed. The manager's stand
 * still since the dossier was locked: he can't leave, and nobody else can be put in his place.
 * @throws StaleFacts when they have changed, so that the transaction starts again with those he has now
 */
export async function keepRoles(
  { sql }: Queries,
  { caller }: ByCaller,
  { dossier, roles }: Entered,
): Promise<void> {
  if (roles.some((role) => role.name === 'manager')) return;
  const now = await holdRoles(sql, caller, dossier);
  if (!now || !isDeepStrictEqual(rolesOf(now), roles)) throw new StaleFacts();
}

/**
 * Changes something in a dossier, in one transaction: the roles that allowed it stand at its commit, and what `work`
 * gathers in `changes` is written at its end. After the commit the starter is told. In a closed dossier nothing is
 * changed (R16), whatever `work` let pass, but by calls that say that they are `meantFor: 'closed'` ones too.
 * @throws Problem `dossier_closed`, after what `work` throws
 */
export async function changeInDossier<T>(
  { db, starter }: Services,
  request: Acting,
  dossierId: string,
  work: (context: Entered & { tx: Queries; changes: Changes }) => Promise<T>,
  strength: 'share' | 'change' = 'share',
  meantFor: 'open' | 'closed' = 'open',
): Promise<T> {
  const result = await transaction(db, async (tx) => {
    const entered = enter(await lockDossier(tx.sql, request.caller, dossierId, strength));
    const changes = new Changes(causeIn(entered.dossier, request));
    const done = await work({ ...entered, tx, changes });
    if (entered.dossier.closedAt && meantFor === 'open') throw new Problem('dossier_closed');
    if (strength === 'share') await keepRoles(tx, request, entered);
    await changes.write(tx);
    return done;
  });
  starter.nudge();
  return result;
}

/** The sections of a dossier that hold something about the family, as opposed to its access. */
type ContentSection = 'family' | 'wealth' | 'donations' | 'simulations' | 'reports';

/**
 * Holds a request to the capability table.
 * @throws Problem `advisor_creates_nothing` (R7), `not_permitted`, or `dossier_closed` for who could in an open one
 */
export function requireLevel<S extends Section>(
  { roles, capabilities }: Entered,
  section: S,
  level: Capabilities[S],
): void {
  if (allows(capabilities, section, level)) return;
  if (allows(capabilitiesOf(roles), section, level)) throw new Problem('dossier_closed');
  const isAdvisor = roles.some((role) => role.name === 'advisor');
  throw new Problem(level === 'create' && isAdvisor ? 'advisor_creates_nothing' : 'not_permitted');
}

/** Enters a section of a dossier to read it. @throws Problem `not_permitted` */
export async function enterSection(
  services: Services,
  request: ByCaller,
  dossierId: string,
  section: ContentSection,
): Promise<Entered> {
  const entered = await enterToRead(services, request, dossierId);
  requireLevel(entered, section, 'read');
  return entered;
}

const writing = {
  family: 'write',
  wealth: 'write',
  donations: 'write',
  simulations: 'create',
  reports: 'create',
} as const;

/** Changes something in a section of a dossier. @throws Problem as `requireLevel` does */
export const changeInSection = <T>(
  services: Services,
  request: Acting,
  dossierId: string,
  section: ContentSection,
  work: Parameters<typeof changeInDossier<T>>[3],
): Promise<T> =>
  changeInDossier(services, request, dossierId, async (context) => {
    requireLevel(context, section, writing[section]);
    return work(context);
  });
