import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { routes } from '../../src/api/routes.ts';
import { engage } from './access.ts';
import type { Answer, Client } from './client.ts';
import { heldToContract } from './contract.ts';
import { onePerson } from './gedcom.ts';
import { tokenIn } from './inbox.ts';
import { askFor, openedAgo } from './lost-phone.ts';
import { check, oneFamily } from './onboardings.ts';
import {
  advisor,
  dossier,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  password,
  person,
} from './people.ts';
import { addItem, house, inventoryFile } from './wealth.ts';
import { createWorld, type World } from './world.ts';

type Json = Record<string, unknown>;

/** One route with a request that it would carry out: what bad input is made from. */
export type Example = {
  name: string;
  method: string;
  /** With the ids of things that are there. */
  path: string;
  /** The same path with something in place of its nth parameter. */
  pathWith(nth: number, id: string): string;
  /** The names of the parameters, in order. */
  parameters: string[];
  body: Json | undefined;
  /** In place of a body, on calls that take a file. */
  file: { type: string; content: string } | undefined;
  versioned: boolean;
  creates: boolean;
  open: boolean;
  query: boolean;
};

/** A request to every route of the API, as its caller who may do everything would send it. */
async function examples(world: World): Promise<{ client: Client; all: Example[] }> {
  const team = await firm(world);
  const manager = await member(world, team, 'admin');
  const { client } = manager;
  const where = await dossier(manager);
  const child = await person(manager, where);
  const other = await person(manager, where);
  const registered = await advisor(manager, where);
  const engaged = await engage(manager, where);
  const union = await client.post(`${where.path}/family/unions`, {
    personIds: [where.holderId, other],
    kind: 'marriage',
  });
  const parent = await client.post(`${where.path}/family/parents`, {
    parentId: where.holderId,
    childId: child,
    kind: 'birth',
  });
  const donation = {
    donorId: where.holderId,
    donees: [
      { personId: other, share: '1/3' },
      { personId: null, share: '2/3' },
    ],
    givenOn: '2020-02-29',
    category: 'money',
    description: 'Épargne',
    cents: 1_000_000,
    currency: 'EUR',
    form: 'bank',
    registered: true,
    registeredOn: '2021-03-01',
    usufructReserved: false,
    conditions: 'Retour conventionnel\nClause d’exclusion',
    itemId: null,
    country: 'BE',
    region: 'wallonia',
  };
  const given = await client.post(`${where.path}/donations`, donation);
  const item = await addItem(manager, where);
  const report = await client.post(`${where.path}/reports`, {});
  const invited = await give(manager, where, await person(manager, where));
  const colleague = await team.admin.client.post(`/api/firms/${team.id}/members`, {
    firstName: 'Not',
    lastName: 'Yet',
    email: newEmail('notyet'),
    phone: newPhone(),
    language: 'en',
    role: 'manager',
  });
  const simulation = await client.post(`${where.path}/simulations`, { name: 'Prudent', horizon: 1 });
  const onboarding = await check(client, team.id, oneFamily());
  await world.deliver();
  const view = await client.post(`${where.path}/views`, { kind: 'advisor', id: engaged.id });
  const lost = await insider(world, manager, where, await person(manager, where));
  await openedAgo(world, lost, 30);
  const change = await askFor(world, lost);
  await world.deliver();
  const changeToken = await change.token();
  const [ownSession] = await world.owner<{ id: string }[]>`
    select id from sessions where user_id = ${manager.id} limit 1`;
  const ids: Record<string, string> = {
    change: change.changeId,
    session: ownSession!.id,
    f: team.id,
    m: colleague.body.id,
    d: where.id,
    p: child,
    a: registered.id,
    u: union.body.id,
    l: parent.body.id,
    n: given.body.id,
    s: simulation.body.id,
    i: item.id,
    o: onboarding.body.id,
    v: item.values[0].id,
    r: report.body.id,
    view: view.body.id,
    token: tokenIn(world.inbox.to(invited.email)[0]!),
  };
  const names = { firstName: 'Léa', lastName: 'Dupont' };
  const contact = { email: 'lea@people.test', phone: '+32470123456' };
  const code = '123456';
  const bodies: Record<string, Json> = {
    'post /api/auth/sign-in/email': { email: contact.email, password },
    'post /api/auth/two-factor/send-otp': {},
    'post /api/auth/two-factor/verify-otp': { code },
    'post /api/auth/two-factor/verify-totp': { code },
    'post /api/auth/two-factor/verify-backup-code': { code: 'aB3dE-fG7hI' },
    'post /api/auth/lost-phone': { email: contact.email, password, newPhone: contact.phone },
    'post /api/me/password': { password, newPassword: password },
    'post /api/me/authenticator': { password },
    'post /api/me/authenticator/confirm': { code },
    'post /api/me/authenticator/remove': { password },
    'put /api/me/text-messages': { password, allowed: true },
    'post /api/me/recovery-codes': { password },
    'post /api/phone-changes/:token': { code },
    'post /api/auth/request-password-reset': { email: contact.email },
    'post /api/auth/reset-password': { token: 'x', newPassword: password },
    'post /api/firms/:f/members': { ...names, ...contact, language: 'fr', role: 'support' },
    'patch /api/firms/:f/members/:m': { ...names, ...contact, language: 'fr', role: 'support' },
    'post /api/firms/:f/onboardings/:o/start': { invitationsPerHour: 600 },
    'post /api/dossiers': { name: 'Famille', holder: names, coHolder: names },
    'patch /api/dossiers/:d': { name: 'Famille', managerId: manager.memberId },
    'put /api/dossiers/:d/team-access': { mode: 'listed', memberIds: [manager.memberId] },
    'post /api/dossiers/:d/open': { code },
    'post /api/dossiers/:d/family/persons': {
      ...names,
      birthDate: '1950-01-31',
      deathDate: '2020-02-29',
      sex: 'female',
      nationality: 'FR',
      country: 'BE',
      region: 'wallonia',
      language: 'fr',
      central: 'co_holder',
    },
    'patch /api/dossiers/:d/family/persons/:p': {
      ...names,
      birthDate: '1950-01-31',
      deathDate: '2020-02-29',
      sex: 'female',
      nationality: 'FR',
      country: 'BE',
      region: 'wallonia',
      language: 'fr',
      central: 'co_holder',
    },
    'post /api/dossiers/:d/family/unions': {
      personIds: [child, other],
      kind: 'marriage',
      regime: 'legal_community',
      start: '1999-12-31',
      end: '2000-01-01',
    },
    'patch /api/dossiers/:d/family/unions/:u': {
      kind: 'marriage',
      regime: 'separation_of_property',
      start: '1999-12-31',
      end: '2000-01-01',
    },
    'post /api/dossiers/:d/family/parents': { parentId: other, childId: child, kind: 'adoption' },
    'post /api/dossiers/:d/donations': donation,
    'patch /api/dossiers/:d/donations/:n': donation,
    'post /api/dossiers/:d/wealth/items': house(where, { description: 'Deux étages', country: 'BE' }),
    'patch /api/dossiers/:d/wealth/items/:i': house(where, { description: 'Deux étages', country: 'BE' }),
    'post /api/dossiers/:d/reports': { language: 'nl', simulationId: null, withAccess: true },
    'put /api/dossiers/:d/access-rights': {
      persons: [{ id: child, ...contact, right: 'read_write' }],
      advisors: [{ id: registered.id, right: 'read_write' }],
    },
    'put /api/dossiers/:d/access-rights/persons/:p': {
      ...contact,
      right: 'read_write',
      until: '2050-01-31',
      message: 'Bonjour',
    },
    'put /api/dossiers/:d/access-rights/advisors/:a': { right: 'read_write', until: '2050-01-31' },
    'post /api/dossiers/:d/access-rights/persons/:p/preview': { ...contact, right: 'read_write' },
    'post /api/dossiers/:d/access-rights/advisors/:a/preview': { right: 'read_write' },
    'post /api/dossiers/:d/views': { kind: 'advisor', id: registered.id },
    'post /api/dossiers/:d/advisors': {
      ...names,
      ...contact,
      language: 'fr',
      firmName: 'Étude',
      type: 'other',
      typeText: 'art',
    },
    'patch /api/dossiers/:d/advisors/:a': {
      ...names,
      ...contact,
      language: 'fr',
      firmName: 'Étude',
      type: 'other',
      typeText: 'art',
    },
    'post /api/dossiers/:d/simulations': {
      name: 'Prudent',
      horizon: 5,
      inflation: '2.1',
      growth: { real_estate: '2.5' },
      donations: [
        {
          year: 2030,
          itemId: child,
          donorId: child,
          share: '1/4',
          donees: [{ personId: other, share: '1' }],
          usufructReserved: false,
        },
      ],
      deaths: [{ personId: child, year: 2031, heirs: [{ personId: other, form: 'full', share: '1' }] }],
    },
    'patch /api/dossiers/:d/simulations/:s': { name: 'Prudent' },
    'post /api/invitations/:token/account': { password, code },
    'post /api/invitations/:token/accept': { code },
  };
  const files: Record<string, string> = {
    'post /api/firms/:f/onboardings': oneFamily(),
    'post /api/dossiers/:d/wealth/items/csv': inventoryFile,
    'post /api/dossiers/:d/wealth/items/csv/preview': inventoryFile,
    'post /api/dossiers/:d/family/gedcom/preview': onePerson(),
    'post /api/dossiers/:d/family/gedcom': onePerson(),
  };
  const all = routes.map((route): Example => {
    const name = `${route.method} ${route.path}`;
    const parameters = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
    const pathOf = (values: string[]) => {
      let i = 0;
      return route.path.replaceAll(/:\w+/g, () => values[i++]!);
    };
    const isOfChange = route.path.startsWith('/api/phone-changes');
    const values = parameters.map((parameter) =>
      isOfChange && parameter === 'token' ? changeToken : ids[parameter]!,
    );
    if (Boolean(route.body) !== Boolean(bodies[name])) throw new Error(`an example body for ${name}?`);
    if (Boolean(route.file) !== Boolean(files[name])) throw new Error(`an example file for ${name}?`);
    return {
      name,
      method: route.method.toUpperCase(),
      path: pathOf(values),
      pathWith: (nth, id) => pathOf(values.with(nth, id)),
      parameters,
      body: bodies[name],
      file: route.file && { type: route.file.type, content: files[name]! },
      versioned: route.versioned ?? false,
      creates: route.creates ?? false,
      open: route.open ?? false,
      query: route.query !== undefined,
    };
  });
  return { client, all };
}

/**
 * A fingerprint of every table's rows: what a refused request leaves as it is. What counts tries and calls, and the
 * library's own bookkeeping of a sign-in, is left out.
 */
export async function fingerprint({ owner }: World): Promise<Record<string, string>> {
  const counting = ['limits', 'sessions', 'verifications', 'two_factors', 'codes'];
  const tables = await owner<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name <> all(${counting}) order by 1`;
  const prints = tables.map(
    ({ name }) => owner<{ print: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
      from ${owner(name)} t`,
  );
  const found = await Promise.all(prints);
  return Object.fromEntries(tables.map(({ name }, i) => [name, found[i]![0]!.print]));
}

/** The routes that a predicate picks, by name: for tables of tests. */
export const routesThat = (which: (route: (typeof routes)[number]) => unknown) =>
  routes.filter(which).map((route) => `${route.method} ${route.path}`);

type Sent = { body?: unknown; headers?: Record<string, string>; raw?: string; path?: string; by?: Client };

/** A world in which no request of a test changes a row: the examples, sent with something of them changed. */
export function whereNothingChanges() {
  let world: ReturnType<typeof heldToContract>;
  let client: Client;
  let all: Example[] = [];
  let before: Record<string, string>;
  beforeAll(async () => {
    world = heldToContract(await createWorld());
    ({ client, all } = await examples(world));
  });
  beforeEach(async () => {
    await world.owner`delete from limits`;
    before = await fingerprint(world);
  });
  afterEach(async () => {
    expect(await fingerprint(world)).toEqual(before);
  });
  afterAll(async () => {
    await world.close();
    expect(world.breaches).toEqual([]);
  });
  return {
    all: () => all,
    client: () => client,
    stranger: () => world.client(),
    exampleOf: (name: string) => all.find((one) => one.name === name)!,
    send: (
      one: Example,
      { body = one.body, headers = {}, raw = one.file?.content, path = one.path, by = client }: Sent = {},
    ) =>
      by.call(one.method, path, body, {
        headers: {
          ...(one.versioned ? { 'If-Match': '"1"' } : {}),
          ...(one.file ? { 'Content-Type': one.file.type } : {}),
          ...headers,
        },
        ...(raw === undefined ? {} : { raw }),
      }),
  };
}

/** What a refusal is told by, and what it has to be. */
export const problem = ({ status, body, headers }: Answer) => [
  status,
  body?.code,
  headers.get('content-type'),
];
export const refused = (status: number, code: string) => [status, code, 'application/problem+json'];
/** The fields that a 422 names. */
export const fieldsOf = ({ body }: Answer): string[] =>
  body.errors.map((one: { field: string }) => one.field);
