/** What French asks for that neither `Intl` nor a text with a name in it gives by itself. */

/**
 * A day, with or without its time, from the parts that `Intl.DateTimeFormat` gives of it. In French, the first of a
 * month is '1er' where the month is written out.
 */
export const written = (language: string, parts: { type: string; value: string }[]): string =>
  parts
    .map(({ type, value }) => (type === 'day' && value === '1' && language.startsWith('fr') ? '1er' : value))
    .join('');

/** 'y' before another vowel is none: 'de Yann', but 'd’Yves'. */
const startsWithVowel = (name: string) => /^([aeiouœæ]|y(?![aeiou]))/i.test(name.normalize('NFD'));

/** A text in which names stand, with 'de' and 'que' elided before those that ask for it; its other words are left. */
export const elided = (text: string, names: string[]): string =>
  text.replace(/(?<![\p{L}\p{N}])(d|qu)e (?=\p{L})/giu, (found, stem: string, at: number) => {
    const next = at + found.length;
    return names.some((name) => startsWithVowel(name) && text.startsWith(name, next)) ? `${stem}’` : found;
  });
