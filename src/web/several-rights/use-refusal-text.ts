import { problems } from '../../domain/problems.ts';
import { Refusal } from '../api/client.ts';
import { useProblemText } from '../shell/problem-text.ts';
import type { LineRefusal } from './save-several.ts';

/** Why a line is refused, in the reader's language; what has no text of its own is said in the API's words. */
export function useRefusalText(): (refusal: LineRefusal) => string {
  const text = useProblemText();
  return ({ code, message }) => (code in problems ? text(new Refusal({ code, status: 409 })) : message);
}
