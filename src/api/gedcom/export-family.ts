import { readTree } from '../../db/queries/family.ts';
import { enterSection } from '../dossiers/entered.ts';
import type { FileAnswer, Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { versions } from './schema.ts';
import { writeGedcom } from './write-gedcom.ts';

/** The family as a GEDCOM file; without the central marks, which are the dossier's. */
export async function exportFamily(
  services: Services,
  { caller, params, query }: Request<{ d: string }, { version: (typeof versions)[number] }, undefined>,
): Promise<FileAnswer> {
  await enterSection(services, { caller }, params.d, 'family');
  const tree = await readTree(services.db, params.d);
  return { content: writeGedcom(tree, query.version), name: 'family.ged' };
}
