import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentFile, documentText } from '../../../src/api/openapi/write.ts';
import { routes } from '../../../src/api/routes.ts';
import { isViewable } from '../../../src/api/views/look-as.ts';
import { problems } from '../../../src/domain/problems.ts';
import { enrol, withPassword } from '../../support/authenticator.ts';
import { breachesOf, heldToContract } from '../../support/contract.ts';
import { gedcomPath, importFile, onePerson, preview } from '../../support/gedcom.ts';
import { tokenIn } from '../../support/inbox.ts';
import { askFor, openedAgo } from '../../support/lost-phone.ts';
import { check, oneFamily, pathOf } from '../../support/onboardings.ts';
import {
  advisor,
  donation,
  dossier,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  password,
  person,
  signIn,
} from '../../support/people.ts';
import { resetToken } from '../../support/reset-token.ts';
import { addItem, inventoryFile, upload } from '../../support/wealth.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
beforeAll(async () => {
  world = heldToContract(await createWorld());
});
afterAll(() => world.close());

// biome-ignore lint/suspicious/noExplicitAny: the document is read as a foreign tool would.
type Json = any;
const document: Json = JSON.parse(documentText());
const operations = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
  Object.entries<Json>(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every value under a key, anywhere in the document. */
function everywhere(key: string, value: Json = document): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...everywhere(key, inner),
  ]);
}

test('the document in the repository is the one that the schemas make: run `npm run openapi`', async () => {
  expect(await readFile(documentFile, 'utf8')).toBe(documentText());
});

test('it is OpenAPI 3.1: every reference leads somewhere, every parameter and response is described', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: expect.any(String), version: '1' } });
  const references = everywhere('$ref');
  expect(references.length).toBeGreaterThan(50);
  for (const reference of references) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
    expect(document.components.schemas, reference).toHaveProperty(name!);
  }
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, method, operation } of operations) {
    const where = `${method} ${path}`;
    expect(operation, where).toMatchObject({ tags: [expect.any(String)], summary: expect.any(String) });
    const inPath = operation.parameters.filter((one: Json) => one.in === 'path');
    const declared = inPath.map((one: Json) => [one.name, one.required]);
    expect(declared, where).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => [match[1], true]));
    for (const parameter of operation.parameters) {
      expect(['path', 'query', 'header'], where).toContain(parameter.in);
      expect(parameter, where).toHaveProperty('schema');
    }
    expect(Object.keys(operation.responses).length, where).toBeGreaterThan(1);
    for (const [status, response] of Object.entries<Json>(operation.responses)) {
      expect(status).toMatch(/^[2-5]\d\d$/);
      expect(response.description.length, where).toBeGreaterThan(0);
      const types = Object.keys(response.content ?? {});
      if (status >= '400') expect(types, where).toEqual(['application/problem+json']);
    }
  }
});

test('it holds every route, with what each takes and may refuse with', () => {
  expect(operations.map(({ path, method }) => `${method} ${path}`)).toEqual(
    [...Map.groupBy(routes, (route) => route.path.replaceAll(/:(\w+)/g, '{$1}'))].flatMap(([path, at]) =>
      at.map((route) => `${route.method} ${path}`),
    ),
  );
  for (const route of routes) {
    const operation = document.paths[route.path.replaceAll(/:(\w+)/g, '{$1}')][route.method];
    const headers = operation.parameters.filter((one: Json) => one.in === 'header');
    const required = Object.fromEntries(headers.map((one: Json) => [one.name, one.required ?? false]));
    expect(required).toEqual({
      ...(route.versioned ? { 'If-Match': true } : {}),
      ...(isViewable(route) ? { 'View-As': false } : {}),
      ...(route.creates ? { 'Idempotency-Key': false } : {}),
    });
    expect(Boolean(operation.requestBody)).toBe(Boolean(route.body ?? route.file));
    expect(operation.security).toEqual(route.open ? [] : undefined);
    expect(Object.keys(operation.responses)).toContain(String(route.status));
    expect(Boolean(operation.responses['401']?.description.includes('`not_signed_in`'))).toBe(
      !route.open || route.problems.includes('not_signed_in'),
    );
    for (const code of route.problems) {
      expect(operation.responses[problems[code][0]].description).toContain(`\`${code}\``);
    }
  }
});

test('an answer that breaks the document is noticed', () => {
  const headers = new Headers({ 'content-type': 'application/json' });
  const me = { id: 'x', name: 'n', email: 'e', phone: 'p', language: 'de', team: null };
  expect(breachesOf('GET', '/api/me', { status: 200, body: me, headers })[0]).toMatch(/language/);
  expect(breachesOf('GET', '/api/me', { status: 418, body: null, headers })).toHaveLength(1);
  expect(breachesOf('GET', '/api/nothing', { status: 200, body: null, headers })).toHaveLength(1);
  const refused = new Headers({ 'content-type': 'application/problem+json' });
  const body = { ...me, code: 'link_exists', status: 401 };
  expect(breachesOf('GET', '/api/me', { status: 401, body, headers: refused })[0]).toMatch(/no such code/);
});

test('the document and its page are served', async () => {
  const served = await fetch(`${world.baseUrl}/api/openapi.json`);
  expect(served.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await served.text()).toBe(documentText());
  const page = await fetch(`${world.baseUrl}/api/docs`);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const html = await page.text();
  const linked = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  expect(linked).toHaveLength(3);
  for (const path of linked) {
    const file = await fetch(world.baseUrl + path);
    expect([path, file.status]).toEqual([path, 200]);
    expect(file.headers.get('content-type')).toMatch(/css|javascript/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    await file.arrayBuffer();
  }
});

test('every call of the API, once, as it is meant: each answer is what the document says', async () => {
  const succeeded = new Set<string>();
  const makeClient = world.client;
  world.client = () => {
    const client = makeClient();
    const call = client.call.bind(client);
    client.call = async (method, path, ...more) => {
      const answer = await call(method, path, ...more);
      const pathname = path.split('?')[0]!;
      const route = routes.find(
        (one) =>
          one.method.toUpperCase() === method &&
          new RegExp(`^${one.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(pathname),
      );
      if (route && answer.status === route.status) succeeded.add(`${route.method} ${route.path}`);
      return answer;
    };
    return client;
  };

  const client = world.client();
  for (const path of ['/api/health/live', '/api/health/ready']) await client.get(path);
  const team = await firm(world);
  const manager = await member(world, team, 'admin');
  const boss = manager.client;
  const members = `/api/firms/${team.id}/members`;
  const where = await dossier(manager, { couple: true });
  await boss.get('/api/me');
  await boss.get('/api/dossiers?limit=1');
  await boss.patch(where.path, (await boss.get(where.path)).body.version, { name: 'Famille Martin' });
  await boss.put(`${where.path}/team-access`, { mode: 'all', memberIds: [] });
  await boss.get(`${where.path}/team-access`);
  await team.admin.client.post(`${where.path}/team-access/self`);

  const child = await person(manager, where, { birthDate: '2001-02-03', language: 'nl' });
  await boss.patch(`${where.path}/family/persons/${child}`, 1, { deathDate: null });
  const union = await boss.post(`${where.path}/family/unions`, {
    personIds: [where.holderId, where.coHolderId],
    kind: 'marriage',
    start: '1990-05-06',
  });
  await boss.patch(`${where.path}/family/unions/${union.body.id}`, 1, { end: '2005-06-07' });
  const parent = await boss.post(`${where.path}/family/parents`, {
    childId: child,
    parentId: where.holderId,
    kind: 'birth',
  });
  await boss.get(`${where.path}/family`);
  const simulations = `${where.path}/simulations`;
  const simulation = await boss.post(simulations, { name: 'Prudent', horizon: 1 });
  await boss.get(simulations);
  await boss.get(`${simulations}/${simulation.body.id}`);
  await boss.get(`${simulations}/${simulation.body.id}/comparison?with=${simulation.body.id}`);
  await boss.patch(`${simulations}/${simulation.body.id}`, 1, { name: 'Optimiste' });
  await boss.delete(`${simulations}/${simulation.body.id}`, 2);
  await boss.delete(`${where.path}/family/parents/${parent.body.id}`, 1);
  await boss.delete(`${where.path}/family/unions/${union.body.id}`, 2);
  await boss.delete(`${where.path}/family/persons/${child}`, 2);
  await preview(manager, where, onePerson());
  await importFile(manager, where, onePerson());
  await boss.get(gedcomPath(where));

  const item = await addItem(manager, where);
  const items = `${where.path}/wealth/items`;
  const worth = { value: { cents: 1, valuedOn: '2020-01-01' } };
  const { values } = (await boss.patch(`${items}/${item.id}`, 1, worth)).body;
  await boss.delete(`${items}/${item.id}/values/${values[0].id}`, 2);
  await boss.get(`${items}/${item.id}`);
  await boss.delete(`${items}/${item.id}`, 3);
  for (const call of ['csv', 'csv/preview'] as const) await upload(manager, where, inventoryFile, call);
  await boss.get(`${items}/csv`);
  await boss.get(items);
  const given = await donation(manager, where, null);
  await boss.patch(`${where.path}/donations/${given.id}`, 1, {
    registered: true,
    registeredOn: '2021-03-01',
  });
  await boss.get(`${where.path}/donations`);
  await boss.get(`${where.path}/donations/${given.id}`);
  await boss.delete(`${where.path}/donations/${given.id}`, 2);
  await boss.get('/api/donation-rules');

  const reports = `${where.path}/reports`;
  const report = (await boss.post(reports, { withAccess: true })).body;
  await world.deliver();
  await boss.get(reports);
  await boss.get(`${reports}/${report.id}`);
  await boss.get(`${reports}/${report.id}/pdf`);
  await boss.delete(`${reports}/${report.id}`, 1);

  const onboardings = pathOf(team.id);
  const checked = (await check(boss, team.id, oneFamily())).body;
  await boss.get(onboardings);
  await boss.post(`${onboardings}/${checked.id}/start`, {});
  await boss.post(`${onboardings}/${checked.id}/pause`);
  await boss.post(`${onboardings}/${checked.id}/resume`);
  await world.deliver();
  await boss.get(`${onboardings}/${checked.id}`);
  await boss.delete(`${onboardings}/${(await check(boss, team.id, oneFamily())).body.id}`, 1);

  const rights = `${where.path}/access-rights`;
  const notary = await advisor(manager, where);
  await boss.patch(`${where.path}/advisors/${notary.id}`, 1, { firmName: 'Étude' });
  await boss.get(`${where.path}/advisors`);
  await boss.put(rights, { persons: [], advisors: [{ id: notary.id, right: 'none' }] });
  await boss.post(`${rights}/advisors/${notary.id}/preview`, { right: 'read_only' });
  await boss.post(`${rights}/persons/${where.holderId}/preview`, { right: 'none' });
  await boss.put(`${rights}/advisors/${notary.id}`, { right: 'read_only' });
  const holder = await insider(world, manager, where, where.holderId);
  const pending = await give(manager, where, await person(manager, where));
  await world.deliver();
  await boss.post(`${rights}/advisors/${notary.id}/invitation/resend`);
  await boss.post(`${rights}/persons/${pending.line.party.id}/invitation/resend`);
  await boss.get(rights);
  await boss.put(`${rights}/advisors/${notary.id}`, { right: 'none' });
  await boss.delete(`${where.path}/advisors/${notary.id}`, 2);
  await boss.get(`${rights}/history?limit=5`);
  await boss.get(`${rights}/explain?kind=person&id=${where.holderId}&action=wealth.write`);
  const view = await boss.post(`${where.path}/views`, { kind: 'person', id: where.holderId });
  await boss.delete(`${where.path}/views/${view.body.id}`, null);
  const closing = await dossier(manager);
  await boss.post(`${closing.path}/close`, undefined, { headers: { 'If-Match': '"1"' } });
  await boss.post(`${closing.path}/reopen`, undefined, { headers: { 'If-Match': '"2"' } });
  const leaver = await insider(world, manager, where, await person(manager, where));
  await leaver.client.post(`${where.path}/leave`);
  const token = tokenIn(world.inbox.to(pending.email)[0]!);
  await client.get(`/api/invitations/${token}`);
  await client.post(`/api/invitations/${token}/decline`);

  const number = newPhone();
  await give(manager, where, where.coHolderId!, 'read_only', { email: newEmail('co'), phone: newPhone() });
  const elsewhere = await dossier(manager);
  await give(manager, elsewhere, await person(manager, elsewhere), 'read_only', {
    email: holder.email,
    phone: number,
  });
  await holder.client.post(`${elsewhere.path}/open/code`);
  await holder.client.post(`${elsewhere.path}/open`, { code: world.inbox.codeFor(number) });
  const joining = { firstName: 'Jo', lastName: 'In', language: 'fr', role: 'support' };
  await boss.post(members, { ...joining, email: holder.email, phone: holder.phone });
  const late = await boss.post(members, { ...joining, email: newEmail('late'), phone: newPhone() });
  await world.deliver();
  await boss.post(`${members}/${late.body.id}/invitation/resend`);
  await boss.patch(`${members}/${late.body.id}`, 1, { left: true });
  await boss.get(members);
  await holder.client.post(`/api/invitations/${tokenIn(world.inbox.to(holder.email).at(-1)!)}/accept`, {});

  const { email } = holder;
  await client.post('/api/auth/sign-in/email', { email, password });
  await client.post('/api/auth/two-factor/send-otp', {});
  await client.post('/api/auth/two-factor/verify-otp', { code: world.inbox.codeFor(holder.phone) });
  await client.post('/api/auth/sign-out');
  await client.post('/api/auth/request-password-reset', { email });
  const link = await resetToken(world, email);
  await client.post('/api/auth/reset-password', { token: link, newPassword: password });

  const own = await signIn(world, holder);
  const signedIn = { ...holder, client: own };
  await own.post('/api/me/password', { password, newPassword: password });
  const { app, recoveryCodes } = await enrol(world, signedIn);
  await own.put('/api/me/text-messages', { password, allowed: false });
  const byApp = await withPassword(world, holder);
  await byApp.client.post('/api/auth/two-factor/verify-totp', { code: await app.code() });
  const byRecovery = await withPassword(world, holder);
  await byRecovery.client.post('/api/auth/two-factor/verify-backup-code', { code: recoveryCodes[0] });
  await own.post('/api/me/recovery-codes', { password });
  await own.post('/api/me/authenticator/remove', { password });
  const { items: signedInAt } = (await own.get('/api/me/sessions')).body;
  const elsewhereIn = signedInAt.find((session: { current: boolean }) => !session.current);
  await own.delete(`/api/me/sessions/${elsewhereIn.id}`, null);
  await own.delete('/api/me/sessions', null);
  await openedAgo(world, holder, 30);
  for (const end of ['link', 'session', 'refusal'] as const) {
    const asking = await askFor(world, holder);
    await world.deliver();
    const changeLink = `/api/phone-changes/${await asking.token()}`;
    await client.get(changeLink);
    await asking.prove();
    await boss.get('/api/phone-changes');
    await boss.post(`${asking.path}/confirm`);
    await own.get('/api/me');
    if (end === 'link') await client.post(`${changeLink}/cancel`);
    else if (end === 'session') await own.post('/api/me/phone-change/cancel');
    else await boss.post(`${asking.path}/refuse`);
  }

  expect(
    routes.map((route) => `${route.method} ${route.path}`).filter((name) => !succeeded.has(name)),
  ).toEqual([]);
  expect(world.breaches).toEqual([]);
});
