import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { problems } from '../../src/domain/problems.ts';
import { languages } from '../../src/domain/words.ts';

type Texts = { [key: string]: string | Texts };

/** Every text by its path; plural forms, of which languages have different ones, under one path. */
const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key.replace(/_(one|many|other)$/, '')}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );

const load = async (language: string): Promise<Texts> =>
  (await import(`../../src/web/i18n/${language}.json`, { with: { type: 'json' } })).default;
const english = flat(await load('en'));
const pathsOf = (texts: [string, string][]) => [...new Set(texts.map(([path]) => path))].sort();
const variables = (text: string) => [...new Set(text.match(/{{\w+}}/g))].sort();

for (const language of languages) {
  test(`every text of the page is there in ${language}, with the same variables`, async () => {
    const texts = flat(await load(language));
    expect(pathsOf(texts)).toEqual(pathsOf(english));
    const said = new Map(english.map(([path, text]) => [path, variables(text)]));
    const others = texts.filter(([path, text]) => {
      const optional = text.includes('{{count}}') || said.get(path)!.includes('{{count}}');
      return text.trim() === '' || (!optional && `${variables(text)}` !== `${said.get(path)}`);
    });
    expect(others).toEqual([]);
  });
}

test('the page says what every problem of the API is', async () => {
  const { codes } = (await load('en')).problems as { codes: Texts };
  expect(Object.keys(codes).sort()).toEqual([...Object.keys(problems), 'unreachable'].sort());
});

/** How the page names texts: by their path, by that of a group of them, or with what varies left out. */
async function namedInPage(): Promise<RegExp[]> {
  const named: RegExp[] = [];
  for await (const file of glob('src/web/**/*.{ts,tsx}', { exclude: ['src/web/api/schema.d.ts'] })) {
    const code = await readFile(file, 'utf8');
    for (const [, path] of code.matchAll(/'(\w+)'/g)) named.push(new RegExp(`^${path}$`));
    for (const [, path] of code.matchAll(/'(\w+(?:\.\w+)+)'/g)) named.push(new RegExp(`^${path}(.|$)`));
    for (const [, path] of code.matchAll(/`(\w+\.(?:[\w.]|\$\{[^}]*\})+)`/g)) {
      named.push(new RegExp(`^${path!.replaceAll(/\$\{[^}]*\}/g, '.+')}$`));
    }
  }
  return named;
}

test('every text is named somewhere in the page', async () => {
  const named = await namedInPage();
  expect(pathsOf(english).filter((path) => !named.some((name) => name.test(path)))).toEqual([]);
});
