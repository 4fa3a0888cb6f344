import { familyLimits } from '../../domain/family-tree.ts';
import { Problem } from '../problem.ts';
import { readFamilies } from './families.ts';
import { FileErrors } from './file-errors.ts';
import { refuseImpossible } from './flaws.ts';
import { type LeftOut, LeftOutList, xrefOf } from './left-out.ts';
import { type FileLink, readParents } from './parents.ts';
import { type FilePerson, readPerson } from './persons.ts';
import type { Reading } from './reading.ts';
import { readStructures } from './structures.ts';
import { type FileUnion, readUnions } from './unions.ts';

/** What an import would add, and what of the file it wouldn't carry over. */
export type Plan = {
  persons: FilePerson[];
  unions: FileUnion[];
  parents: FileLink[];
  leftOut: LeftOut[];
};

/**
 * Reads a GEDCOM file as a family.
 * @throws Problem `bad_file`, `impossible_tree`, or `too_many` where no dossier could hold it
 */
export function planOf(bytes: Buffer, thisYear: number): Plan {
  const file = readStructures(bytes, familyLimits.persons);
  const reading: Reading = { file, errors: new FileErrors(), leftOut: new LeftOutList() };
  const families = readFamilies(reading);
  const persons = file.persons.map((record) => readPerson(record, reading));
  const parents = readParents(families, reading);
  const unions = families.flatMap(({ record, partners }) =>
    readUnions(
      record,
      partners.map(({ person }) => xrefOf(person)),
      reading,
    ),
  );
  reading.errors.throwIfAny();
  if (unions.length > familyLimits.unions || parents.length > familyLimits.parents)
    throw new Problem('too_many');
  const lines = new Map(file.persons.map((record) => [xrefOf(record), record.line]));
  refuseImpossible({ persons, unions, parents }, (xref) => lines.get(xref)!, thisYear);
  return {
    persons: persons.map(({ isDead, lastYear, ...person }) => person),
    unions: unions.map(({ lastYear, ...union }) => union),
    parents,
    leftOut: reading.leftOut.of(file),
  };
}
