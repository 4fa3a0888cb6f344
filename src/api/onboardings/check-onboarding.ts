import { v7 as uuidv7 } from 'uuid';
import { transaction } from '../../db/client.ts';
import { insertOnboarding, managersAt, namesTaken } from '../../db/queries/onboarding-files.ts';
import { invitationRate, onboardingLimits } from '../../domain/onboarding.ts';
import { isRepetition, once } from '../idempotency.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { type Judged, rejection } from './file/judge.ts';
import { judgeFile } from './file/judge-file.ts';
import { holdImporter, requireImporter } from './in-onboarding.ts';
import { presentOnboarding } from './present-onboarding.ts';

/**
 * Judges a file of a firm's families as carrying it out would, and keeps what it found; only where nothing is
 * rejected does it keep the lines too, for the start. Nothing is created, and nobody is told.
 * @throws Problem `bad_file` for what can't be read at all
 */
export async function checkOnboarding(
  { db }: Services,
  { params, file, caller, idempotency }: Request<{ f: string }, undefined, undefined>,
) {
  // The file is read before the transaction, and not for those who may not onboard.
  await requireImporter(db.sql, params.f, caller);
  const bytes = file.get();
  const isKnown = await isRepetition(db, { caller, idempotency });
  const judged = isKnown ? nothing : await judgeFile(bytes, caller);
  return transaction(db, async (tx) => {
    await holdImporter(tx, params.f, caller);
    return once(tx, { caller, idempotency }, async () => {
      const firmId = params.f;
      const { lines, dossiers } = judged;
      const managers = await managersAt(
        tx.sql,
        firmId,
        dossiers.flatMap(({ manager }) => manager ?? []),
      );
      const taken = new Set(
        await namesTaken(
          tx.sql,
          firmId,
          dossiers.map(({ name }) => name),
        ),
      );
      const rejected = [
        ...judged.rejected,
        ...dossiers.flatMap(({ manager, persons }, number) => {
          const line = persons[0]!.line;
          return [
            ...(taken.has(number)
              ? [rejection({ line, column: 'dossier', code: 'dossier_exists' } as const)]
              : []),
            ...(manager && !managers.has(manager)
              ? [rejection({ line, column: 'manager', code: 'not_a_manager' } as const)]
              : []),
          ];
        }),
      ].sort((a, b) => a.line - b.line);
      const given = dossiers.flatMap(({ persons }) => persons).filter(({ right }) => right !== 'none');
      const id = uuidv7();
      await insertOnboarding(
        tx.sql,
        {
          id,
          firmId,
          state: rejected.length > 0 ? 'rejected' : 'checked',
          createdBy: caller.accountId,
          lines,
          dossiers: dossiers.length,
          persons: dossiers.reduce((sum, { persons }) => sum + persons.length, 0),
          rights: given.length,
          irrevocable: given.filter(({ central }) => central).length,
          rejections: rejected.length,
          rejected: rejected.slice(0, onboardingLimits.shownRejections),
          invitationsPerHour: invitationRate.usual,
        },
        rejected.length > 0
          ? []
          : dossiers.map(({ manager, ...content }) => ({
              managerId: manager && managers.get(manager)!,
              content,
            })),
      );
      return presentOnboarding(tx.sql, id);
    });
  });
}

const nothing: Judged = { lines: 0, dossiers: [], rejected: [] };
