import { type ProblemCode, problems } from '../domain/problems.ts';

/** One field of a rejected body, query or header: where, a stable code, and words for developers. */
export type FieldError = { field: string; code: string; message: string };

/** A request that is refused, with its stable code. Everything the API refuses is one of these. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: FieldError[] | undefined;
  /** Seconds until another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, more: { errors?: FieldError[]; retryAfter?: number } = {}) {
    super(code);
    this.code = code;
    this.errors = more.errors;
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
    };
  }
}
