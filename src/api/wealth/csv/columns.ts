import type { FileShape } from '../../csv/parse-file.ts';
import { Problem } from '../../problem.ts';
import { most } from '../schema.ts';

/** The columns of a CSV file of the inventory, in the order of the export. */
export const columns = [
  'kind',
  'name',
  'value',
  'currency',
  'valued_on',
  'owners',
  'description',
  'country',
] as const;
export type Column = (typeof columns)[number];

/** Columns that a file may lack, and whose cells may be empty. */
export const optional: readonly Column[] = ['description', 'country'];

export const mediaType = 'text/csv';

/** No more lines than an inventory holds. */
export const shape: FileShape<Column> = {
  columns,
  optional,
  most: most.items,
  tooMany: () => new Problem('too_many'),
};
