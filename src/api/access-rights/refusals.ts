import { type ProblemCode, problems } from '../../domain/problems.ts';
import { type FieldError, Problem } from '../problem.ts';

/** Why lines of a call are refused: the call is refused with all of it. */
export class Refusals {
  private readonly problems: Problem[] = [];
  private readonly errors: FieldError[] = [];

  get isEmpty() {
    return this.problems.length === 0;
  }

  /** Notes a line's refusal. @throws what is no `Problem` */
  add(field: string, problem: unknown): void {
    if (!(problem instanceof Problem)) throw problem;
    this.problems.push(problem);
    const { code, errors } = problem;
    const own = { field: code === 'email_in_use' ? 'email' : 'right', code, message: problems[code][1] };
    for (const error of errors ?? [own]) this.errors.push({ ...error, field: `${field}.${error.field}` });
  }

  /** @throws Problem with the code that all refusals share; else with one that says that they differ */
  refuse(): void {
    const [first] = this.problems;
    if (!first) return;
    const { code } = this;
    const retryAfter = first.code === code ? first.retryAfter : undefined;
    throw new Problem(code, { errors: this.errors, ...(retryAfter ? { retryAfter } : {}) });
  }

  private get code(): ProblemCode {
    const codes = new Set(this.problems.map(({ code }) => code));
    if (codes.size === 1) return this.problems[0]!.code;
    return this.problems.every(({ status }) => status === 403) ? 'not_permitted' : 'lines_refused';
  }
}
