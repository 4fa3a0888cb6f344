import type { Middleware } from 'koa';
import type { Logger } from 'pino';
import { isDatabaseAway, sqlState } from '../../db/client.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import { Problem } from '../problem.ts';

/** What the database itself refuses, by its SQLSTATE (migration `guards`): rules that a race got past the API with. */
const refusedByDatabase: Record<string, ProblemCode> = {
  DA005: 'access_irrevocable',
  DA006: 'advisor_has_access',
  DA018: 'person_has_access',
};

/** Answers every error as a problem document (RFC 9457). What isn't one of ours is logged by its kind alone. */
export const answersProblems =
  (log: Logger): Middleware =>
  async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw new Problem('not_found');
      if (ctx.status === 405 || ctx.status === 501) throw new Problem('method_not_allowed');
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 500) {
        const { name } = error as Error;
        const at = placesOf(error).slice(0, 6);
        log.error(
          { requestId: ctx.state.requestId, name, sqlState: sqlState(error), at },
          'unexpected error',
        );
      }
      ctx.status = problem.status;
      ctx.body = problem.document(ctx.state.requestId);
      ctx.type = 'application/problem+json';
      ctx.set('Cache-Control', 'no-store');
      if (problem.retryAfter !== undefined) ctx.set('Retry-After', String(problem.retryAfter));
    }
  };

/** Where an error, or what caused it, arose; without the messages, which hold values. */
function placesOf(error: unknown): string[] {
  const { stack = '', cause } = error as Error;
  const places = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return places.length === 0 && cause instanceof Error ? placesOf(cause) : places;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error)) return new Problem('unavailable', { retryAfter: 5 });
  const refused = refusedByDatabase[sqlState(error) ?? ''];
  return new Problem(refused ?? 'internal');
}
