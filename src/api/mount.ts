import { createHash } from 'node:crypto';
import Router from '@koa/router';
import type { Context } from 'koa';
import { z } from 'zod';
import { addressHeader } from './auth/auth.ts';
import { signedIn } from './auth/signed-in.ts';
import { Body, readFile, readJson, Upload, valid } from './body.ts';
import { consume } from './limits.ts';
import { Problem } from './problem.ts';
import { type FileAnswer, Id, parameterNames, type Request, type Route } from './route.ts';
import type { Services } from './services.ts';
import { isViewable, lookAs, viewHeader } from './views/look-as.ts';

/** Mounts the calls of the contract: each is checked, carried out and answered as its route says. */
export function mount(routes: readonly Route[], services: Services): Router {
  const router = new Router({ strict: true });
  for (const route of routes) {
    router[route.method](route.path, async (ctx) => {
      ctx.state.route = `${route.method.toUpperCase()} ${route.path}`;
      const request = await requestOf(route, services, ctx);
      const answer = await route.handle(services, request as Request<never, never, never>);
      ctx.status = route.status;
      for (const [name, value] of answer?.headers ?? []) {
        if (name === 'set-cookie') ctx.append('Set-Cookie', value);
      }
      if (answer?.version !== undefined) ctx.set('ETag', `"${answer.version}"`);
      ctx.set('Cache-Control', 'no-store');
      if (route.download) sendFile(ctx, route.download, answer?.body as FileAnswer);
      else ctx.body = route.answer ? route.answer.parse(answer?.body) : null;
      if (route.status !== 204) ctx.status = route.status;
    });
  }
  return router;
}

async function requestOf(route: Route, services: Services, ctx: Context) {
  const headers = headersOf(ctx);
  const address = headers.get(addressHeader)!;
  if (route.limited) await consume(services.db, 'calls', address);
  refuseOtherSites(ctx, services.config.publicUrl);
  const caller = route.open ? null : await signedIn(services, headers);
  if (!caller && !route.open) throw new Problem('not_signed_in');
  const view = ctx.get(viewHeader);
  if (view && !isViewable(route)) throw new Problem('view_only');

  const params = paramsOf(route, ctx);
  const content = route.body ? await readJson(ctx.req) : { json: undefined };
  const file = route.file ? await readFile(ctx.req, route.file) : { bytes: Buffer.alloc(0) };
  return {
    // Every route reads with its caller alone: none can forget that it is asked in a view.
    caller: caller && view ? { ...caller, ...(await lookAs(services, caller, params.d!, view)) } : caller,
    params,
    query: route.query ? valid(route.query, ctx.query) : undefined,
    body: new Body(content, route.body ?? z.undefined()),
    file: new Upload(file),
    ifMatch: () => versionOf(ctx.get('If-Match')),
    idempotency: route.creates ? idempotencyOf(ctx, content, file) : null,
    origin: { address, requestId: ctx.state.requestId as string },
    headers,
  };
}

/** @throws Problem `not_found` for an id that is none */
function paramsOf({ path }: Route, ctx: Context): Record<string, string> {
  const params = parameterNames(path).map((name) => {
    const value = name === 'token' ? ctx.params[name] : Id.safeParse(ctx.params[name]).data;
    if (value === undefined) throw new Problem('not_found');
    return [name, value];
  });
  return Object.fromEntries(params);
}

/** The request's headers, with the connection's own address in the one that the library trusts. */
function headersOf(ctx: Context): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(ctx.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  headers.set(addressHeader, ctx.req.socket.remoteAddress ?? 'unknown');
  return headers;
}

/** A browser on another site has no business here with this site's cookies. */
function refuseOtherSites(ctx: Context, publicUrl: string) {
  const origin = ctx.get('Origin');
  if (origin && ctx.method !== 'GET' && origin !== new URL(publicUrl).origin)
    throw new Problem('origin_refused');
}

function versionOf(header: string): number {
  if (!header) throw new Problem('version_needed');
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw new Problem('version_stale');
  return Number(version);
}

function sendFile(ctx: Context, type: string, { content, name }: FileAnswer) {
  ctx.attachment(name);
  ctx.type = type;
  ctx.body = content;
}

function idempotencyOf(
  ctx: Context,
  content: Awaited<ReturnType<typeof readJson>> | { json: undefined },
  file: Awaited<ReturnType<typeof readFile>>,
) {
  const key = ctx.get('Idempotency-Key');
  if (!key) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Problem('bad_idempotency_key');
  const json = 'json' in content ? JSON.stringify(content.json ?? null) : '';
  const bytes = 'bytes' in file ? file.bytes : '';
  return {
    key,
    path: `${ctx.method} ${ctx.path}`,
    bodyHash: createHash('sha256').update(json).update(bytes).digest('base64url'),
  };
}
