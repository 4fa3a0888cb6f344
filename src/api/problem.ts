import { type ProblemCode, problems } from '../domain/problems.ts';

/** One field of a rejected body, query or header: where, a stable code, and words for developers. */
export type FieldError = { field: string; code: string; message: string };

/** What a stale save is told: the thing as it is now, and each field that has changed since it was read. */
export type Stale = {
  current: Record<string, unknown>;
  changed: { field: string; was: unknown; is: unknown }[];
};

/** A request that is refused, with its stable code. Everything the API refuses is one of these. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;
  readonly stale: Stale | undefined;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, more: { errors?: FieldError[]; retryAfter?: number; stale?: Stale } = {}) {
    super(code);
    this.code = code;
    this.errors = more.errors;
    this.stale = more.stale;
    this.retryAfter = more.retryAfter;
  }

  get status(): number {
    return problems[this.code][0];
  }

  /** The RFC 9457 document. `instance` names the request, for support. */
  document(requestId: string) {
    const [status, detail] = problems[this.code];
    return {
      type: `urn:dossier-access:problem:${this.code}`,
      title: this.code.replaceAll('_', ' '),
      status,
      code: this.code,
      detail,
      instance: `urn:request:${requestId}`,
      ...(this.errors ? { errors: this.errors } : {}),
      ...this.stale,
    };
  }
}
