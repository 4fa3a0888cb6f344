import { z } from 'zod';
import type { Caller } from '../db/queries/dossier-facts.ts';
import type { ProblemCode } from '../domain/problems.ts';
import type { Body, Upload } from './body.ts';
import type { Services } from './services.ts';

/** What a handler gets of a request. The body is still to be judged: permission comes first. */
export type Request<P, Q, B> = {
  /** Who is signed in; on routes for strangers there is nobody. */
  caller: Caller & { sessionId: string };
  params: P;
  query: Q;
  body: Body<B>;
  /** On calls that take a file: it, read but not yet judged. */
  file: Upload;
  /** The version that `If-Match` names. @throws Problem `version_needed`, `version_stale` */
  ifMatch(): number;
  /** For a creating request: what the client calls it, so that a repetition creates nothing. */
  idempotency: { key: string; path: string; bodyHash: string } | null;
  origin: { address: string; requestId: string };
  headers: Headers;
};

export type Answer<A> = { body: A; version?: number; headers?: Headers };

/** A file that a call takes in place of JSON: its media type, and how many bytes it may have. */
export type FileSpec = { type: string; limit: number };
/** A file that a call answers with, and the name that a browser saves it under. */
export type FileAnswer = { content: string | Buffer; name: string };

/** One call of the HTTP contract: it validates, it documents, and it is carried out. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** `/api/dossiers/:d`: every parameter but `token` is an id. */
  path: `/api/${string}`;
  tag: string;
  summary: string;
  /** Whether it is for strangers: nobody is looked up. */
  open?: boolean;
  /** Whether calls from one client address are counted (300 a minute). */
  limited?: boolean;
  query?: z.ZodType;
  body?: z.ZodType;
  file?: FileSpec;
  status: 200 | 201 | 202 | 204;
  answer?: z.ZodType;
  /** The media type of an answer that is a file: `body` is a `FileAnswer`. */
  download?: string;
  /** Whether it changes something that carries a version. */
  versioned?: boolean;
  /** Whether it creates, so that an `Idempotency-Key` is heeded. */
  creates?: boolean;
  /** What it may refuse with, beyond what every route may. */
  problems: readonly ProblemCode[];
  handle(services: Services, request: Request<never, never, never>): Promise<Answer<unknown> | undefined>;
};

type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : unknown;

/** Types a route's handler by the route's own path and schemas. */
export function route<
  const Path extends `/api/${string}`,
  A extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  D extends string | undefined = undefined,
>(
  spec: Omit<Route, 'path' | 'answer' | 'body' | 'query' | 'download' | 'handle'> & {
    path: Path;
    answer?: A;
    body?: B;
    query?: Q;
    download?: D;
    handle(
      services: Services,
      request: Request<ParamsOf<Path>, z.output<Q>, z.output<B>>,
    ): Promise<
      D extends string
        ? Answer<FileAnswer>
        : A extends z.ZodUndefined
          ? { headers?: Headers } | undefined
          : Answer<z.input<A>>
    >;
  },
): Route {
  return spec as unknown as Route;
}

/** The names of a path's parameters, in order. */
export const parameterNames = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);

/** In small letters, as the database writes it: ids are compared as texts, and locks go by them. */
export const Id = z.uuid().toLowerCase().meta({ id: 'Id', description: 'A UUID (version 7).' });
