import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/domain/', import.meta.url);
const names = readdirSync(folder);

/** The code without its comments. */
const codeOf = (name: string) =>
  readFileSync(new URL(name, folder), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/(^|\s)\/\/.*$/gmu, '$1');

const impure =
  /\b(Date|Math\.random|performance|process|crypto|globalThis|window|document|fetch|console|setTimeout|setInterval|setImmediate|queueMicrotask|require|eval|Buffer|Intl|Temporal\.Now|async|await|Promise)\b|toLocale|\bimport\s*\(|import\.meta/u;

describe('src/domain is pure', () => {
  it('is one folder of TypeScript files', () => {
    expect(names.length).toBeGreaterThanOrEqual(9);
    expect(names.filter((name) => !name.endsWith('.ts'))).toEqual([]);
  });

  it.each(names)('%s imports the domain itself, and libraries that calculate', (name) => {
    const code = codeOf(name);
    const specifiers = [...code.matchAll(/\bfrom\s*(['"])(.+?)\1/gu)].map((match) => match[2]!);
    const statements = code.match(/^\s*import\b/gmu) ?? [];
    expect(specifiers.length, 'every import was looked at').toBeGreaterThanOrEqual(statements.length);
    for (const specifier of specifiers) {
      const own = /^\.\/[\w-]+\.ts$/u.test(specifier) && existsSync(new URL(specifier, folder));
      expect(
        own ||
          /^(libphonenumber-js|fraction\.js|decimal\.js|temporal-polyfill|d3-dag)(\/|$)/u.test(specifier),
        specifier,
      ).toBe(true);
    }
  });

  it.each(names)('%s knows no clock, chance, environment or I/O', (name) => {
    expect(codeOf(name)).not.toMatch(impure);
  });

  it('the pattern knows what it looks for', () => {
    for (const line of [
      'Date.now()',
      'new Date()',
      'Math.random()',
      'process.env',
      "import('x')",
      'import.meta.url',
    ]) {
      expect(line).toMatch(impure);
    }
  });
});
