import type { Sql } from '../../../db/client.ts';
import { readNames } from '../../../db/queries/family.ts';
import { parseFile } from '../../csv/parse-file.ts';
import { requireRoom } from '../require-room.ts';
import { shape } from './columns.ts';
import { familyNames } from './family-names.ts';
import { type ReadItem, type Rejected, readLine } from './read-line.ts';

/** What a file would add to an inventory, line by line, and what of it is rejected. */
export type Judged = { items: { line: number; item: ReadItem }[]; rejected: Rejected[] };

/**
 * Reads a CSV file for a dossier's inventory; persons are meant by their names as they are now.
 * @throws Problem `bad_file` for what can't be read at all, `too_many` where there is no room for its lines
 */
export async function judgeFile(sql: Sql, dossierId: string, bytes: Buffer): Promise<Judged> {
  const { lines, delimiter } = parseFile(bytes, shape);
  await requireRoom(sql, dossierId, lines.length);
  const family = familyNames(await readNames(sql, dossierId));
  const judged: Judged = { items: [], rejected: [] };
  for (const line of lines) {
    const read = readLine(line, delimiter, family);
    if ('item' in read) judged.items.push({ line: line.line, item: read.item });
    else judged.rejected.push(...read.rejected);
  }
  return judged;
}
