import { fieldErrors } from '../../body.ts';
import { textIn } from '../../csv/cell.ts';
import type { Line, Parsed } from '../../csv/parse-file.ts';
import { Currency } from '../../fields.ts';
import { rowOf } from '../add-item.ts';
import { itemErrors } from '../item-errors.ts';
import { AddItem } from '../schema.ts';
import { centsIn } from './amount.ts';
import { type Column, columns, optional } from './columns.ts';
import type { FamilyNames } from './family-names.ts';
import { ownersIn } from './owners-cell.ts';

/** Why a line is rejected; no field: the line as a whole. */
export type Rejected = { line: number; field: Column | null; code: string; message: string };
export type ReadItem = ReturnType<typeof rowOf>;

const messages = {
  wrong_number_of_cells:
    'The line has more or fewer cells than the first: put what holds the separator in quotes.',
  formula: 'A cell may not begin with =, +, -, @, a tab or a new line; amounts and debts have no sign.',
  required: 'The cell is empty.',
  not_an_amount: 'An amount in digits, decimals after a dot; in a file with semicolons after a comma too.',
  too_many_decimals: 'More decimals than the currency has.',
  not_an_owner: 'Write form, full name and share, and a semicolon before the next: full Ann Peeters 1/2; …',
  not_in_family: 'Not a person of this family; `outside` stands for somebody else.',
  ambiguous_person: 'Several persons of the family have that name: write the id in its place.',
} as const;

type Code = keyof typeof messages;
type Failed = Map<Column, { code: string; message: string }>;

/** Reads one line of a file into an item. @returns it, or an entry for each column that is wrong */
export function readLine(
  { line, cells }: Line<Column>,
  delimiter: Parsed<Column>['delimiter'],
  family: FamilyNames,
): { item: ReadItem } | { rejected: Rejected[] } {
  const fail = (field: Column | null, code: Code) => ({ line, field, code, message: messages[code] });
  if (!cells) return { rejected: [fail(null, 'wrong_number_of_cells')] };
  const failed: Failed = new Map();
  const refuse = (column: Column, code: Code) => failed.set(column, { code, message: messages[code] });

  const text: Partial<Record<Column, string>> = {};
  for (const column of columns) {
    const typed = textIn(cells[column] ?? '');
    if (typed === null) refuse(column, 'formula');
    else if (typed !== '') text[column] = typed;
    else if (!optional.includes(column)) refuse(column, 'required');
  }

  const item = typedItem(text, delimiter, family, refuse);
  const parsed = AddItem.safeParse(item);
  const single = parsed.error?.issues.flatMap((issue) => fieldErrors(issue)) ?? [];
  for (const { field, code, message } of [...single, ...itemErrors(whatIsValid(item))]) {
    const column = columnOf(field);
    if (!failed.has(column)) failed.set(column, { code, message });
  }
  if (parsed.success && failed.size === 0) return { item: rowOf(parsed.data) };
  return { rejected: [...failed].map(([field, why]) => ({ line, field, ...why })) };
}

/** The body that would add the item; what can't be read is told to `refuse`, and left out. */
function typedItem(
  text: Partial<Record<Column, string>>,
  delimiter: Parsed<Column>['delimiter'],
  family: FamilyNames,
  refuse: (column: Column, code: Code) => void,
) {
  const currency = text.currency?.toUpperCase();
  // Without a currency nobody knows how many decimals there are.
  const isJudged = Currency.safeParse(currency).success;
  const amount = text.value && (isJudged ? centsIn(text.value, currency!, delimiter === ';') : 0);
  if (typeof amount === 'string' && amount) refuse('value', amount);
  const owners = text.owners && ownersIn(text.owners, family);
  if (typeof owners === 'string' && owners) refuse('owners', owners);
  const cents = typeof amount === 'number' ? amount : undefined;
  return {
    kind: text.kind?.toLowerCase(),
    name: text.name,
    currency,
    value: { cents, valuedOn: text.valued_on },
    owners: Array.isArray(owners) ? owners : undefined,
    description: text.description ?? null,
    country: text.country?.toUpperCase() ?? null,
  };
}

/** What can be said of the owners although something else of the line is wrong. */
const whatIsValid = ({ kind, owners }: ReturnType<typeof typedItem>) => ({
  kind: AddItem.shape.kind.safeParse(kind).data ?? 'other_asset',
  owners: AddItem.shape.owners.safeParse(owners).data ?? [],
});

/** The column that a field of the body stands in. */
function columnOf(field: string): Column {
  if (field === 'value.valuedOn') return 'valued_on';
  return field.split('.')[0] as Column;
}
