import type { Actor } from '../../../domain/access.ts';
import { decideDossier, type NewDossier, type Obstacle } from '../../../domain/onboarding.ts';
import { parseFile } from '../../csv/parse-file.ts';
import { messages } from './messages.ts';
import { type ReadLine, type Rejection, readLine } from './read-line.ts';
import { shape } from './shape.ts';

export type Importer = Pick<Actor, 'accountId' | 'email'>;
/** `manager`: the address of who is to manage it. */
export type JudgedDossier = NewDossier & { manager: string | null };
/** What a file would create; and what of it is rejected, by line. */
export type Judged = { lines: number; dossiers: JudgedDossier[]; rejected: Rejection[] };

/** Names compare without regard to case, to how accents are encoded, and to how many spaces there are. */
const comparable = (name: string) => name.normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();

/**
 * Judges a file as far as that goes without the database: line by line, then dossier by dossier.
 * @throws Problem `bad_file` for what can't be read at all
 */
export function judge(bytes: Buffer, importer: Importer): Judged {
  const { lines } = parseFile(bytes, shape);
  const read = lines.map(readLine);
  const rejected = read.flatMap((line) => (Array.isArray(line) ? line : []));
  const incomplete = new Set<string>();
  for (const [i, line] of read.entries()) {
    if (Array.isArray(line)) incomplete.add(comparable(lines[i]!.cells?.dossier?.trim() ?? ''));
  }
  const valid = read.filter((line): line is ReadLine => !Array.isArray(line));
  const byName = Map.groupBy(valid, ({ dossier }) => comparable(dossier));
  const dossiers = [...byName].map(([key, own]): JudgedDossier => {
    const persons = own.map(({ person }) => person);
    const manager = own.find((line) => line.manager)?.manager ?? null;
    for (const line of own) {
      if (line.manager && line.manager !== manager)
        rejected.push(rejection({ line: line.person.line, column: 'manager', code: 'other_manager' }));
    }
    const decision = decideDossier(persons, importer);
    const obstacles = decision.kind === 'refused' ? decision.obstacles : [];
    // Who isn't there may be on a line that couldn't be read.
    const isKnown = ({ code }: Obstacle) => code !== 'no_holder' || !incomplete.has(key);
    rejected.push(...obstacles.filter(isKnown).map(rejection));
    return { name: own[0]!.dossier, manager, persons };
  });
  return { lines: lines.length, dossiers, rejected: rejected.sort((a, b) => a.line - b.line) };
}

/** An obstacle with words for who made the file. */
export const rejection = ({ line, column, code }: Obstacle): Rejection => ({
  ...{ line, column, code },
  message: messages[code],
});
