import type { Middleware } from 'koa';

/** What every answer tells browsers: no guessing of types, no frames, no address passed on (it may hold a token). */
export const securityHeaders: Middleware = async (ctx, next) => {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('X-Frame-Options', 'DENY');
  ctx.set('Referrer-Policy', 'no-referrer');
  await next();
};
