import { expect, test } from 'vitest';
import { type ProblemCode, problems } from '../../src/domain/problems.ts';
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

test('what a dialog of the tab can be refused for is said in words of its own', async () => {
  const said = Object.keys(((await load('en')).problems as Texts).codes as Texts);
  const ofSaving: ProblemCode[] = [
    ...([
      'not_permitted',
      'own_access',
      'above_own_level',
      'withdrawn_by_manager',
      'access_irrevocable',
    ] as const),
    ...(['account_exists', 'email_in_use', 'person_deceased', 'too_many_emails', 'dossier_closed'] as const),
    ...(['central_without_end', 'number_unconfirmed', 'not_found', 'unavailable'] as const),
  ];
  expect(ofSaving.filter((code) => !said.includes(code))).toEqual([]);
  expect(said.filter((code) => code !== 'unreachable' && !(code in problems))).toEqual([]);
});
