import i18next, { type TFunction } from 'i18next';
import type { Language } from '../../src/domain/words.ts';
import { elision } from '../../src/web/i18n/elision.ts';

/** The page's texts in a language, as the page itself looks them up. */
export async function pageTexts(language: Language): Promise<TFunction> {
  const { default: translation } = await import(`../../src/web/i18n/${language}.json`, {
    with: { type: 'json' },
  });
  return i18next
    .createInstance()
    .use(elision)
    .init({
      lng: language,
      resources: { [language]: { translation } },
      interpolation: { escapeValue: false },
      postProcess: [elision.name],
    });
}
