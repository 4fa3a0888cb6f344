import { z } from 'zod';
import type { NewPerson, OnboardingColumn } from '../../../domain/onboarding.ts';
import { centrals, grantedRights } from '../../../domain/words.ts';
import { fieldErrors } from '../../body.ts';
import { textIn } from '../../csv/cell.ts';
import type { Line } from '../../csv/parse-file.ts';
import { Day, Email, LanguageCode, Name, Phone } from '../../fields.ts';
import { messages } from './messages.ts';
import { shape } from './shape.ts';

/** Why a line is rejected; no column: the line as a whole. */
export type Rejection = { line: number; column: OnboardingColumn | null; code: string; message: string };
export type ReadLine = { dossier: string; manager: string | null; person: NewPerson };

/** The cells of a line, judged as the fields of the API are. */
const Cells = z.object({
  dossier: Name,
  manager: Email.optional(),
  first_name: Name,
  last_name: Name,
  central: z.enum(centrals).optional(),
  birth_date: Day.optional(),
  language: LanguageCode.optional(),
  email: Email.optional(),
  phone: Phone.optional(),
  right: z.enum(grantedRights).optional(),
});

const words: readonly OnboardingColumn[] = ['central', 'language', 'right'];

/** Reads one line of a file. @returns it, or an entry for each column that is wrong */
export function readLine({ line, cells }: Line<OnboardingColumn>): ReadLine | Rejection[] {
  if (!cells) {
    const code = 'wrong_number_of_cells';
    return [{ line, column: null, code, message: messages[code] }];
  }
  const failed = new Map<OnboardingColumn, Pick<Rejection, 'code' | 'message'>>();
  const text: Partial<Record<OnboardingColumn, string>> = {};
  for (const column of shape.columns) {
    const typed = column === 'phone' ? numberIn(cells.phone ?? '') : textIn(cells[column] ?? '');
    if (typed === null) failed.set(column, { code: 'formula', message: messages.formula });
    else if (typed !== '') text[column] = words.includes(column) ? typed.toLowerCase() : typed;
  }
  // Contact data belongs to an access: without one, nothing is kept of it.
  if (!text.right && !failed.has('right'))
    for (const column of ['email', 'phone'] as const) delete text[column];
  const parsed = Cells.safeParse(text);
  for (const { field, code, message } of parsed.error?.issues.flatMap(fieldErrors) ?? []) {
    const column = field as OnboardingColumn;
    const why = code === 'required' ? messages.required : message;
    if (!failed.has(column)) failed.set(column, { code, message: why });
  }
  if (!parsed.success || failed.size > 0)
    return [...failed].map(([column, why]) => ({ line, column, ...why }));
  const { dossier, manager = null, first_name: firstName, last_name: lastName, ...rest } = parsed.data;
  const { central = null, birth_date: birthDate = null, language = null } = rest;
  const { email = null, phone = null, right = 'none' as const } = rest;
  const person = { line, firstName, lastName, central, birthDate, language, email, phone, right };
  return { dossier, manager, person };
}

/** A phone number, which begins with a plus sign, and with an apostrophe where a spreadsheet was to keep that. */
const numberIn = (cell: string) => {
  const typed = cell.trim().replace(/^'/, '');
  return /^\+[\d\s]/.test(typed) ? typed : textIn(cell);
};
