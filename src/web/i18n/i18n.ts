import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../../domain/words.ts';
import { elision } from './elision.ts';
import type en from './en.json';
import enUrl from './en.json?url';
import frUrl from './fr.json?url';
import nlUrl from './nl.json?url';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** Texts are data: they aren't part of any script. */
const textsAt: Record<Language, string> = { fr: frUrl, nl: nlUrl, en: enUrl };
const remembered = 'language';
const known = (code: string | null | undefined) => languages.find((language) => code?.startsWith(language));

/** The language chosen here before, else the browser's first that the product speaks, else English. */
export const startLanguage = (): Language =>
  known(localStorage.getItem(remembered)) ?? navigator.languages.map(known).find(Boolean) ?? 'en';

/** Shows the page in a language from now on; its texts come when they are first needed. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    // React escapes what it shows: a second time would show `Dupont &amp; Fils`.
    const interpolation = { escapeValue: false };
    await i18next
      .use(initReactI18next)
      .use(elision)
      .init({ lng: language, fallbackLng: false, resources: {}, interpolation, postProcess: [elision.name] });
  }
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await (await fetch(textsAt[language])).json());
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Shows the page in the language that the reader has chosen, now and next time. */
export async function choose(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  await speak(language);
}

/** Shows the page in the language in which somebody was written to, unless he has chosen one, or his browser knows better. */
export async function speakAs(language: Language): Promise<void> {
  const reads = navigator.languages.map(known).filter(Boolean);
  if (localStorage.getItem(remembered) || (reads.length > 0 && !reads.includes(language))) return;
  await speak(language);
}
