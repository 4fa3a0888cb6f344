import { expect, test } from 'vitest';
import { fieldsOf, problem, refused, routesThat, whereNothingChanges } from '../support/rejected.ts';

const { all, client, stranger, exampleOf, send } = whereNothingChanges();

const withParameters = routesThat((route) => /:/.test(route.path));
const withIds = routesThat((route) => /:(?!token)/.test(route.path));
const closed = routesThat((route) => !route.open);
const versioned = routesThat((route) => route.versioned);
const changing = routesThat((route) => route.method !== 'get');
const paged = routesThat((route) => route.query);
const creating = routesThat((route) => route.creates);

test.each(withParameters)('%s: an id that is no id is not found', async (name) => {
  const one = exampleOf(name);
  for (const nth of one.parameters.keys()) {
    for (const id of [
      '1',
      'x',
      "'",
      '%00',
      '%zz',
      '%ff',
      '00000000-0000-0000-0000-00000000000g',
      '-1',
      'null',
    ]) {
      const answer = await send(one, { path: one.pathWith(nth, id) });
      expect([nth, id, ...problem(answer)]).toEqual([nth, id, ...refused(404, 'not_found')]);
    }
  }
});

test.each(withIds)('%s: an id of nothing is not found', async (name) => {
  const one = exampleOf(name);
  for (const nth of one.parameters.keys()) {
    const answer = await send(one, { path: one.pathWith(nth, '019a0000-0000-7000-8000-000000000000') });
    expect([nth, ...problem(answer)]).toEqual([nth, ...refused(404, 'not_found')]);
  }
});

test.each(closed)('R15: %s: who is not signed in is told so, whatever he sends', async (name) => {
  const one = exampleOf(name);
  const by = stranger();
  const badId = one.parameters.length > 0 ? one.pathWith(0, 'x') : one.path;
  const Cookie = 'better-auth.session_token=forged.c2lnbmF0dXJl; better-auth.two_factor=forged.c2lnbmF0dXJl';
  for (const sent of [{}, ...(one.body ? [{ raw: '{' }] : []), { path: badId }, { headers: { Cookie } }]) {
    expect(problem(await send(one, { ...sent, by }))).toEqual(refused(401, 'not_signed_in'));
  }
});

test.each(versioned)('%s: without If-Match 428, with another version 412', async (name) => {
  const one = exampleOf(name);
  const none = await client().call(one.method, one.path, one.body);
  expect(problem(none)).toEqual(refused(428, 'version_needed'));
  for (const version of [
    '"2"',
    '"0"',
    '1',
    'W/"1"',
    '*',
    '"x"',
    '""',
    '"1", "2"',
    '"99999999999999999999"',
  ]) {
    const answer = await send(one, { headers: { 'If-Match': version } });
    expect([version, ...problem(answer)]).toEqual([version, ...refused(412, 'version_stale')]);
  }
});

test.each(changing)('R15: %s: a call from another site is refused', async (name) => {
  for (const Origin of [
    'https://evil.test',
    'null',
    'http://dossiers.test.evil.test',
    'https://dossiers.test',
  ]) {
    const answer = await send(exampleOf(name), { headers: { Origin } });
    expect([Origin, ...problem(answer)]).toEqual([Origin, ...refused(403, 'origin_refused')]);
  }
});

test.each(paged)('%s: what the query may not hold is named', async (name) => {
  const one = exampleOf(name);
  for (const [query, field] of [
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=', 'limit'],
    ['cursor=x', 'cursor'],
    ['cursor=a&cursor=b', 'cursor'],
    ['surprise=1', 'surprise'],
  ] as const) {
    const answer = await send(one, { path: `${one.path}?${query}` });
    expect([query, ...problem(answer)]).toEqual([query, ...refused(422, 'invalid')]);
    expect(fieldsOf(answer)).toEqual([field]);
  }
});

test.each(creating)('%s: an Idempotency-Key that is none is refused', async (name) => {
  for (const key of ['two words', 'x'.repeat(256), 'é']) {
    const answer = await send(exampleOf(name), { headers: { 'Idempotency-Key': key } });
    expect(problem(answer)).toEqual(refused(400, 'bad_idempotency_key'));
  }
});

/** What an address takes: a word in the place of an id is an id, that is none, to other routes. */
const answering = (path: string) =>
  routesThat(({ path: template }) => new RegExp(`^${template.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)).map(
    (name) => name.split(' ')[0]!.toUpperCase(),
  );

test('a method that an address does not take is 405, and what it takes is said', async () => {
  const paths = new Set(all().map((one) => one.path));
  expect(paths.size).toBeGreaterThan(25);
  for (const path of paths) {
    const methods = [...new Set(answering(path))].sort();
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (methods.includes(method)) continue;
      const answer = await client().call(method, path);
      expect([path, ...problem(answer)]).toEqual([path, ...refused(405, 'method_not_allowed')]);
      const allowed = answer.headers.get('allow')!.split(', ');
      expect(allowed.filter((one) => one !== 'HEAD').sort()).toEqual(methods);
    }
  }
});

test.each([
  '/api',
  '/api/',
  '/api/nothing',
  '/api/me/',
  '/api/dossiers/',
  '/api//me',
  '/api/docs/x',
  '/api/docs/%2e%2e/package.json',
])('%s is not there, and says so in a problem document', async (path) => {
  for (const by of [client(), stranger()]) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect(problem(await by.call(method, path))).toEqual(refused(404, 'not_found'));
    }
  }
});
