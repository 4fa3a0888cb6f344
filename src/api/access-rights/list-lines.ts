import { readLines } from '../../db/queries/line-facts.ts';
import { mayListRights } from '../../domain/access.ts';
import { enterToRead } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentLine } from './present-line.ts';

/** The tab of access rights, whole: two statements for any number of lines (R17). */
export async function listLines(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
) {
  const { dossier, roles, capabilities } = await enterToRead(services, { caller }, params.d);
  if (!mayListRights(capabilities)) throw new Problem('not_permitted');
  const lines = await readLines(services.db, params.d);
  return { items: lines.map((line) => presentLine({ ...caller, roles }, line, dossier.closedAt !== null)) };
}
