import type { IncomingMessage } from 'node:http';
import rawBody from 'raw-body';
import type { z } from 'zod';
import { type FieldError, Problem } from './problem.ts';
import type { FileSpec } from './route.ts';

/** Largest request body, in bytes. */
export const bodyLimit = 100 * 1024;

/**
 * A request's body, read but not yet judged: who may not do a thing is told so whatever the body is, so a
 * command asks for permission first and calls `get` then.
 */
export class Body<T> {
  private readonly content: { json: unknown } | { problem: Problem };
  private readonly schema: z.ZodType<T>;

  constructor(content: Body<T>['content'], schema: z.ZodType<T>) {
    this.content = content;
    this.schema = schema;
  }

  /** The valid body, with what the schema normalizes; undefined where it isn't valid. */
  peek(): T | undefined {
    return 'json' in this.content ? this.schema.safeParse(this.content.json).data : undefined;
  }

  /** What stands in one field, of whatever type; undefined where there is no such thing. */
  field(name: string): unknown {
    const json = 'json' in this.content ? this.content.json : undefined;
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[name] : undefined;
  }

  /** @throws Problem `malformed_json`, `body_too_large`, `not_json` or `invalid` with an entry for each field. */
  get(): T {
    if ('problem' in this.content) throw this.content.problem;
    return valid(this.schema, this.content.json);
  }
}

/** @throws Problem `invalid` with an entry for each field */
export function valid<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid', { errors: parsed.error.issues.flatMap(fieldErrors) });
}

/** What a schema found, as a 422 tells it. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const at = (path: PropertyKey[]) => path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: at([...issue.path, key]),
      code: 'unknown_field',
      message: 'There is no such field here.',
    }));
  }
  const missing =
    issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message);
  const custom = issue.code === 'custom' ? (issue.params?.code as string | undefined) : undefined;
  return [
    { field: at(issue.path), code: missing ? 'required' : (custom ?? issue.code), message: issue.message },
  ];
}

/** A file that a request carries, read but not yet judged. */
export class Upload {
  private readonly content: { bytes: Buffer } | { problem: Problem };

  constructor(content: Upload['content']) {
    this.content = content;
  }

  /** @throws Problem `wrong_file_type` or `file_too_large` */
  get(): Buffer {
    if ('problem' in this.content) throw this.content.problem;
    return this.content.bytes;
  }
}

/** Reads a request's file, keeping what is wrong with it for later. */
export async function readFile(
  request: IncomingMessage,
  { type, limit }: FileSpec,
): Promise<{ bytes: Buffer } | { problem: Problem }> {
  const sent = (request.headers['content-type'] ?? '').replace(/;.*/, '').trim().toLowerCase();
  if (sent !== type) return { problem: new Problem('wrong_file_type') };
  try {
    return { bytes: await rawBody(request, { limit, length: request.headers['content-length'] ?? null }) };
  } catch (error) {
    if ((error as { type?: string }).type !== 'entity.too.large') throw error;
    return { problem: new Problem('file_too_large') };
  }
}

/** Reads a request's JSON, keeping what is wrong with it for later. */
export async function readJson(request: IncomingMessage): Promise<{ json: unknown } | { problem: Problem }> {
  const type = request.headers['content-type'];
  if (!type || !/^application\/json\s*(;|$)/i.test(type)) return { problem: new Problem('not_json') };
  let text: string;
  try {
    text = await rawBody(request, {
      limit: bodyLimit,
      length: request.headers['content-length'] ?? null,
      encoding: 'utf-8',
    });
  } catch (error) {
    const tooLarge = (error as { type?: string }).type === 'entity.too.large';
    return { problem: new Problem(tooLarge ? 'body_too_large' : 'malformed_json') };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { problem: new Problem('malformed_json') };
  }
}
