import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import Router from '@koa/router';
import type { Context } from 'koa';
import send, { type SendOptions } from 'koa-send';

/** Where `npm run build` puts the page. */
const pageFolder = resolve(import.meta.dirname, '../../build/web');

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The component library writes its colour variables into a style element.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sends a file of the page; one that isn't there is left to the error middleware, as any address is. */
async function sendFile(ctx: Context, path: string, options: SendOptions) {
  ctx.vary('Accept-Encoding');
  try {
    await send(ctx, path, { root: pageFolder, ...options });
  } catch (error) {
    if (!((error as { status?: number }).status! < 500)) throw error;
  }
}

/** The page, where it has been built: its files, and the same document at every address that isn't the API's, which it reads by itself. */
export function pageRouter(): Router {
  const router = new Router();
  router.get('/assets/:file', (ctx) =>
    sendFile(ctx, ctx.params.file!, {
      root: resolve(pageFolder, 'assets'),
      immutable: true,
      maxAge: 31_536_000_000,
    }),
  );
  router.get('/icon.svg', (ctx) => sendFile(ctx, 'icon.svg', { maxAge: 86_400_000 }));
  router.get(/^\/(?!api(\/|$)|assets\/)/, async (ctx, next) => {
    const document = await readFile(resolve(pageFolder, 'index.html'), 'utf8').catch(() => null);
    if (document === null) return next();
    const nonce = randomBytes(16).toString('base64');
    ctx.set('Content-Security-Policy', policy(nonce));
    ctx.set('Cache-Control', 'no-store');
    ctx.type = 'html';
    ctx.body = document.replace('%NONCE%', nonce);
  });
  return router;
}
