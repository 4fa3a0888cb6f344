import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type ProblemCode, problems } from '../../domain/problems.ts';
import { Id, parameterNames, type Route } from '../route.ts';
import { isViewable, viewHeader } from '../views/look-as.ts';

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    instance: z.string().meta({ description: 'Names the request, for support.' }),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    current: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'In `version_stale`: the thing as it is now.' }),
    changed: z
      .array(z.object({ field: z.string(), was: z.unknown(), is: z.unknown() }))
      .optional()
      .meta({ description: 'In `version_stale`: what has changed since the version that you named.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `code` is stable.' });

/** The OpenAPI 3.1 document of the routes, from the schemas that validate them. */
export function openApiDocument(routes: readonly Route[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Dossier access',
      version: '1',
      description:
        'Who may open a client family’s dossier, and how they are invited. Sessions are cookies; errors are problem documents with a stable `code`.',
    },
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' } },
    },
  });
}

const binary = { type: 'string', format: 'binary' } as const;

function operation(route: Route): ZodOpenApiOperationObject {
  const path = Object.fromEntries(
    parameterNames(route.path).map((name) => [name, name === 'token' ? z.string() : Id]),
  );
  const header = {
    ...(route.versioned
      ? { 'If-Match': z.string().meta({ example: '"1"', description: 'The version that you read.' }) }
      : {}),
    ...(isViewable(route)
      ? {
          [viewHeader]: Id.optional().meta({
            description:
              'A view of the dossier manager’s: the answer is the one that the party viewed would get.',
          }),
        }
      : {}),
    ...(route.creates
      ? {
          'Idempotency-Key': z
            .string()
            .max(255)
            .optional()
            .meta({ description: 'A repetition within 24 hours creates nothing.' }),
        }
      : {}),
  };
  return {
    tags: [route.tag],
    summary: route.summary,
    operationId: operationId(route),
    ...(route.open ? { security: [] } : {}),
    requestParams: {
      ...(Object.keys(path).length > 0 ? { path: z.object(path) } : {}),
      ...(Object.keys(header).length > 0 ? { header: z.object(header) } : {}),
      ...(route.query ? { query: route.query as z.ZodObject } : {}),
    },
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }
      : {}),
    ...(route.file
      ? { requestBody: { required: true, content: { [route.file.type]: { schema: binary } } } }
      : {}),
    responses: {
      [route.status]: {
        description: route.summary,
        ...(route.answer ? { content: { 'application/json': { schema: route.answer } } } : {}),
        ...(route.download ? { content: { [route.download]: { schema: binary } } } : {}),
      },
      ...refusals(route),
    },
  };
}

/** Every problem a route may answer with, by status: its own, and those that follow from its shape. */
function refusals(route: Route) {
  const codes = new Set<ProblemCode>([
    ...route.problems,
    ...(route.open ? [] : (['not_signed_in'] as const)),
    ...(route.body ? (['malformed_json', 'body_too_large', 'not_json', 'invalid'] as const) : []),
    ...(route.file ? (['wrong_file_type', 'file_too_large', 'invalid'] as const) : []),
    ...(route.versioned ? (['version_needed', 'version_stale'] as const) : []),
    ...(route.creates ? (['idempotency_key_reused', 'bad_idempotency_key'] as const) : []),
    ...(route.limited ? (['too_many_requests'] as const) : []),
    ...(route.method === 'get' ? [] : (['origin_refused'] as const)),
    isViewable(route) ? 'view_ended' : 'view_only',
    ...(route.method !== 'get' && route.path.startsWith('/api/dossiers/:d')
      ? (['dossier_closed'] as const)
      : []),
    'unavailable',
  ]);
  const byStatus = Map.groupBy(codes, (code) => problems[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, which]) => [
      String(status),
      {
        description: which.map((code) => `\`${code}\`: ${problems[code][1]}`).join('\n\n'),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}

/** `PUT /api/dossiers/:d/access-rights/persons/:p` → `put_dossiers_access_rights_persons_by_p`. */
const operationId = ({ method, path }: Route) =>
  [
    method,
    ...path
      .split('/')
      .slice(2)
      .map((part) => (part.startsWith(':') ? `by_${part.slice(1)}` : part)),
  ]
    .join('_')
    .replaceAll('-', '_');
