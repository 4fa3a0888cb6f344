import { stringify } from 'csv-stringify/sync';
import { readNames } from '../../../db/queries/family.ts';
import { type ItemRow, readItems } from '../../../db/queries/inventories.ts';
import { cellOf } from '../../csv/cell.ts';
import { enterSection } from '../../dossiers/entered.ts';
import type { FileAnswer, Request } from '../../route.ts';
import type { Services } from '../../services.ts';
import { amountText } from './amount.ts';
import { type Column, columns } from './columns.ts';
import { type FamilyNames, familyNames } from './family-names.ts';
import { ownersText } from './owners-cell.ts';

/** The inventory as a CSV file, each item with its newest value. An import of it gives the same inventory. */
export async function exportItems(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
): Promise<FileAnswer> {
  await enterSection(services, { caller }, params.d, 'wealth');
  const { sql } = services.db;
  const [items, persons] = await Promise.all([readItems(sql, params.d), readNames(sql, params.d)]);
  return { name: 'wealth.csv', content: csvOf(items, familyNames(persons)) };
}

/** Every cell that needs it in quotes, formulas escaped (`cellOf`), with a BOM that tells spreadsheets it is UTF-8. */
export const csvOf = (items: Omit<ItemRow, 'id' | 'version'>[], family: FamilyNames): string =>
  stringify(
    items.map((item) => {
      const row: Record<Column, string> = {
        kind: item.kind,
        name: item.name,
        value: amountText(item.cents, item.currency),
        currency: item.currency,
        valued_on: item.valuedOn,
        owners: ownersText(item.owners, family),
        description: item.description ?? '',
        country: item.country ?? '',
      };
      return columns.map((column) => cellOf(row[column]));
    }),
    {
      bom: true,
      header: true,
      columns: [...columns],
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
    },
  );
