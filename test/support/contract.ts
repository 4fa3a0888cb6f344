import { z } from 'zod';
import { openApiDocument } from '../../src/api/openapi/document.ts';
import { routes } from '../../src/api/routes.ts';
import texts from '../../src/web/i18n/en.json' with { type: 'json' };
import { type Answer, Client } from './client.ts';
import type { World } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: the document is read as a foreign tool would.
type Json = any;

/** The document as a JSON Schema tool reads it: its own `$defs`. */
const document: Json = JSON.parse(
  JSON.stringify(openApiDocument(routes)).replaceAll('#/components/schemas/', '#/$defs/'),
);
const operations = Object.entries<Json>(document.paths).flatMap(([template, methods]) =>
  Object.entries<Json>(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${template}`,
    method: method.toUpperCase(),
    path: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    operation,
  })),
);
const schemas = new Map<Json, z.ZodType>();

/** What an answer breaks of the OpenAPI document (status, problem code, content type, body), or what the page can't say of it. Empty: nothing. */
export function breachesOf(method: string, path: string, { status, body, headers }: Answer): string[] {
  const { pathname } = new URL(path, 'http://any.test');
  const known = operations.find((one) => one.method === method && one.path.test(pathname));
  if (!known) return status === 404 || status === 405 ? [] : [`${method} ${pathname} is not documented`];
  const say = (what: string) => [`${known.name} → ${status} ${body?.code ?? ''}: ${what}`];
  const response = known.operation.responses[status];
  if (!response) return say('no such status');
  if (!response.content) return body === null ? [] : say('a body where there is none');
  const [type, { schema }] = Object.entries<Json>(response.content)[0]!;
  if (!headers.get('content-type')?.startsWith(type)) return say(`not ${type}`);
  if (!type.includes('json')) return Buffer.isBuffer(body) ? [] : say('no file');
  if (status >= 400 && !response.description.includes(`\`${body.code}\``)) return say('no such code');
  const untold = (body.errors ?? []).find(
    ({ code }: Json) => !(code in texts.problems.fields || code in texts.problems.codes),
  );
  if (untold) return say(`the page has no text for ${untold.code}`);
  const check = schemas.get(schema) ?? z.fromJSONSchema({ ...schema, $defs: document.components.schemas });
  schemas.set(schema, check);
  const parsed = check.safeParse(body);
  return parsed.success ? [] : say(z.prettifyError(parsed.error));
}

/** Holds every answer that the world's clients get to the OpenAPI document. `breaches` says what broke it. */
export function heldToContract(world: World): World & { breaches: string[] } {
  const breaches: string[] = [];
  class HeldClient extends Client {
    override async call(...[method, path, ...more]: Parameters<Client['call']>) {
      const answer = await super.call(method, path, ...more);
      breaches.push(...breachesOf(method, path, answer));
      return answer;
    }
  }
  return Object.assign(world, { breaches, client: () => new HeldClient(world.baseUrl) });
}
