import type { FileErrors } from './file-errors.ts';
import type { LeftOutList } from './left-out.ts';
import type { GedcomFile } from './structures.ts';

/** A file being read: what is wrong with it, and what of it isn't carried over. */
export type Reading = { file: GedcomFile; errors: FileErrors; leftOut: LeftOutList };
