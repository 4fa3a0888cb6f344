import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('every address that isn’t the API’s answers with the page, which lets in nothing from elsewhere', async () => {
  const nonces = new Set<string>();
  for (const path of ['/', '/sign-in', '/dossiers/1/access-rights', '/invitations/token']) {
    const answer = await fetch(world.baseUrl + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(await answer.text()).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

test('its scripts are kept for a year: their names change with them', async () => {
  const document = await (await fetch(`${world.baseUrl}/`)).text();
  const scripts = [...document.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]!);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    const answer = await fetch(world.baseUrl + script);
    expect(answer.headers.get('cache-control')).toBe('max-age=31536000,immutable');
  }
});

test('a file that isn’t there is a problem, as any address is', async () => {
  for (const path of ['/assets/nothing.js', '/assets/..%2findex.html', '/api/nothing']) {
    const answer = await fetch(world.baseUrl + path);
    const { code } = (await answer.json()) as { code: string };
    expect([path, answer.status, code]).toEqual([path, 404, 'not_found']);
  }
});

test('the document that e-mails are shown in is framed by the page alone, and runs nothing', async () => {
  const { headers } = await fetch(`${world.baseUrl}/email-frame`);
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  const policy = headers.get('content-security-policy')!;
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox /);
  expect(policy).not.toMatch(/script/);
});
