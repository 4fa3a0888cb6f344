import type { Middleware } from 'koa';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';

/** Gives each request an id, and logs a line for it: the route, never the address asked for, which may hold a token. */
export const logsRequests =
  (log: Logger): Middleware =>
  async (ctx, next) => {
    const requestId = uuidv7();
    ctx.state.requestId = requestId;
    ctx.set('X-Request-Id', requestId);
    const started = performance.now();
    await next();
    const ms = Math.round(performance.now() - started);
    log.info(
      { requestId, method: ctx.method, route: ctx.state.route ?? null, status: ctx.status, ms },
      'request',
    );
  };
