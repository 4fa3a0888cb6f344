import type { Capabilities, Section } from '../../../src/domain/capabilities.ts';
import { type ProblemCode, problems } from '../../../src/domain/problems.ts';
import type { Answer } from '../client.ts';
import { type At, reaches } from './callers.ts';

/** What a call sends, with something of its own to change where it changes something. */
export type Sent = {
  /** The path's parameters, but for `d` and `f`. */
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  /** For `If-Match`. */
  version?: number;
  file?: { type: string; content: string | Buffer };
  headers?: Record<string, string>;
  /** In place of the body. */
  raw?: string;
};

/** What is known of a caller when an entry says whether he may. */
export type Who = Pick<At, 'caller' | 'firmRole'> & {
  /** Whether his roles reach a level of the capability table. */
  may<S extends Section>(section: S, level: Capabilities[S]): boolean;
  is(role: string): boolean;
};

type Verdict = 'ok' | ProblemCode;

/** One call of the HTTP contract, and who may make it. A route may have several, which differ in `what`. */
export type Entry = {
  /** `patch /api/dossiers/:d/family/persons/:p`, as in the routes. */
  route: string;
  what?: string;
  /** The level that it takes in a section; or the verdict on each caller, where the section alone doesn't say it. */
  needs: readonly [Section, string] | ((who: Who) => Verdict);
  /** The code for who reaches no such level; `not_permitted` where it isn't said. */
  otherwise?: (who: Who) => ProblemCode;
  /** It is for who has no open access as well (R10). */
  beforeAccess?: boolean;
  /** For strangers: nobody is looked up. */
  open?: boolean;
  /** It may end the session: it gets one of its own. */
  ownSession?: boolean;
  request?(at: At): Promise<Sent> | Sent;
  /** The status of a call that is carried out. */
  ok: number;
  check?(answer: Answer, at: At): void;
};

/** R7: an advisor is told so where he would create. */
export const createsNothing = ({ is }: Who): ProblemCode =>
  is('advisor') ? 'advisor_creates_nothing' : 'not_permitted';

export const nameOf = ({ route, what }: Entry) => (what ? `${route} (${what})` : route);

/** The verdict on a caller, from the capability table and the entry alone. */
export function verdictOn(entry: Entry, { caller, firmRole }: Pick<At, 'caller' | 'firmRole'>): Verdict {
  const who: Who = {
    caller,
    firmRole,
    may: (section, level) => reaches(caller, section, level),
    is: (role) => caller.roles.some((row) => row.split(' ')[0] === role),
  };
  const { needs, otherwise = () => 'not_permitted' as const } = entry;
  if (!entry.open && !caller.account) return 'not_signed_in';
  const isInDossier = entry.route.includes('/api/dossiers/:d');
  if (isInDossier && caller.roles.length === 0 && !(entry.beforeAccess && caller.pending)) {
    return caller.pending ? 'number_unconfirmed' : 'not_found';
  }
  if (typeof needs === 'function') return needs(who);
  const [section, level] = needs as [Section, never];
  return who.may(section, level) ? 'ok' : otherwise(who);
}

/** What a caller is to get: `200`, or `403 not_permitted`. */
export function expected(entry: Entry, who: Pick<At, 'caller' | 'firmRole'>): string {
  const verdict = verdictOn(entry, who);
  return verdict === 'ok' ? String(entry.ok) : `${problems[verdict][0]} ${verdict}`;
}

/** What he got. */
export const outcome = ({ status, body }: Answer): string =>
  status < 400 ? String(status) : `${status} ${body?.code}`;

/** A call, ready to be sent; with another version in `If-Match`, or none. */
export type Call = (version?: number | null) => Promise<Answer>;

/** An entry's call with what it sends, of whoever is there. */
export function callOf({ route }: Pick<Entry, 'route'>, at: At, sent: Sent): Call {
  const { params = {}, query = '', body, version, file, headers, raw = file?.content } = sent;
  const [method = '', template = ''] = route.split(' ');
  const values: Record<string, string> = { d: at.where.id, f: at.firm, ...params };
  const path = template.replaceAll(/:(\w+)/g, (_, name: string) => values[name]!) + query;
  return (named = version) =>
    at.client.call(method.toUpperCase(), path, body, {
      headers: {
        ...(named == null ? {} : { 'If-Match': `"${named}"` }),
        ...(file ? { 'Content-Type': file.type } : {}),
        ...headers,
      },
      ...(raw === undefined ? {} : { raw }),
    });
}

/** The call of an entry, and everything that it needs. */
export const prepared = async (entry: Entry, at: At): Promise<Call> =>
  callOf(entry, at, (await entry.request?.(at)) ?? {});
