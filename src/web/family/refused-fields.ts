import type { TFunction } from 'i18next';
import { Refusal } from '../api/client.ts';
import type en from '../i18n/en.json';

type Reason = keyof typeof en.family.reasons;
const reasons: Record<Reason, true> = {
  own_ancestor: true,
  born_before_parent: true,
  third_birth_parent: true,
  overlapping_marriages: true,
  union_outside_life: true,
  before_birth: true,
  before_start: true,
  in_the_future: true,
  same_person: true,
  not_in_family: true,
};
const isReason = (code: string): code is Reason => code in reasons;

/** Why a field was refused, in the reader's language; the API's own words for what only a program can send. */
export const reasonText = (t: TFunction, code: string, otherwise: string) =>
  isReason(code) ? t(`family.reasons.${code}`) : otherwise;

/** A refusal whose fields are those of the form (`renamed`), and whose reasons are in the reader's language. */
export function inWords(error: unknown, t: TFunction, renamed: Record<string, string> = {}): unknown {
  if (!(error instanceof Refusal) || !error.problem.errors) return error;
  const errors = error.problem.errors.map(({ field, code, message }) => ({
    field: renamed[field] ?? field,
    code,
    message: reasonText(t, code, message),
  }));
  return new Refusal({ ...error.problem, errors });
}
