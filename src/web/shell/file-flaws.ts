import { Refusal } from '../api/client.ts';

/** What is wrong with a file: in a line, in a cell of it, or altogether. */
export type FileFlaw = {
  code: string;
  line?: number | undefined;
  column?: string | null | undefined;
  /** Which columns aren't known, counted from 1: of names that nobody chose for them nothing is repeated. */
  numbers?: string | undefined;
};

/** Why the API doesn't take a file; null where the refusal is about something else. */
export function fileFlawsOf(error: unknown): FileFlaw[] | null {
  if (!(error instanceof Refusal)) return null;
  const { code: refusal, errors } = error.problem;
  if (refusal === 'file_too_large') return [{ code: refusal }];
  if (!errors) return null;
  return errors.map(({ field, code, message }) => {
    const [, line, column] = /^line (\d+)(?:: (\w+))?/.exec(field) ?? [];
    const numbers = /number ([\d, ]+)/.exec(message)?.[1];
    return { code, column, numbers, line: line === undefined ? undefined : Number(line) };
  });
}
