import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { problems } from '../../src/domain/problems.ts';

const all = Object.entries(problems).map(([code, [status, detail]]) => ({ code, status, detail }));

/** The codes and statuses that the contract names. */
const contract = {
  access_irrevocable: 409,
  advisor_has_access: 409,
  email_in_use: 409,
  account_exists: 409,
  number_unconfirmed: 403,
  above_own_level: 403,
  not_signed_in: 401,
  not_found: 404,
  malformed_json: 400,
  body_too_large: 413,
  not_json: 415,
  version_stale: 412,
  version_needed: 428,
  invalid: 422,
  idempotency_key_reused: 422,
  unavailable: 503,
};

describe('problems', () => {
  it.each(all)('$code: $status', ({ code, status, detail }) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/u);
    expect(Number.isInteger(status) && status >= 400 && status <= 599).toBe(true);
    expect(detail).toMatch(/^[A-Z][^\n]*\.$/u);
    expect(detail).not.toMatch(/[@{}$]|\s\s|\.\.$/u);
  });

  it('no two say the same', () => {
    expect(new Set(all.map(({ detail }) => detail)).size).toBe(all.length);
  });

  it('no code is written twice', async () => {
    const source = await readFile(new URL('../../src/domain/problems.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/^ {2}(\w+): \[/gmu)].map(([, code]) => code);
    expect(codes).toEqual(all.map(({ code }) => code));
  });

  it('have the statuses that the contract gives them', () => {
    for (const [code, status] of Object.entries(contract)) {
      expect(problems[code as keyof typeof contract][0], code).toBe(status);
    }
  });

  it('every limit is a 429', () => {
    const limits = all.filter(({ code }) => code.startsWith('too_many_'));
    expect(limits.length).toBeGreaterThan(0);
    expect(new Set(limits.map(({ status }) => status))).toEqual(new Set([429]));
  });
});
