import createClient from 'openapi-fetch';
import { inView } from '../views/in-view.ts';
import type { components, paths } from './schema.d.ts';

/** The API's calls, typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
api.use(inView);

export type Schemas = components['schemas'];
/** What the API answers when it refuses (RFC 9457): `code` is stable, `errors` names the fields. */
export type ProblemDocument = {
  code: string;
  status: number;
  errors?: { field: string; code: string; message: string }[];
  retryAfter?: number;
  /** Of a stale save (412): the thing as it is now, and what has changed since it was read. */
  current?: unknown;
  changed?: { field: string; was: unknown; is: unknown }[];
};

/** A call that the API refused, or that never reached it (`code` is then `unreachable`). */
export class Refusal extends Error {
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument) {
    super(problem.code);
    this.problem = problem;
  }
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a call's answer. @throws Refusal with the API's problem */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch {
    throw new Refusal({ code: 'unreachable', status: 0 });
  }
  const { data, error, response } = answer;
  if (response.ok) return data as T;
  const wait = Number(response.headers.get('Retry-After'));
  throw new Refusal({
    code: 'internal',
    status: response.status,
    ...(error as object | undefined),
    ...(wait ? { retryAfter: wait } : {}),
  });
}
