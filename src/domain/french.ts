/** What French asks for that neither `Intl` nor a text with a name in it gives by itself. */

/** An instant as a format writes it; in French, the first day of a month is '1er' where its month is written out. */
export function written(format: Intl.DateTimeFormat, at: Date): string {
  if (!format.resolvedOptions().locale.startsWith('fr')) return format.format(at);
  const parts = format.formatToParts(at);
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value)).join('');
}

/** 'y' before another vowel is none: 'de Yann', but 'd’Yves'. */
const startsWithVowel = (name: string) => /^([aeiouœæ]|y(?![aeiou]))/i.test(name.normalize('NFD'));

/** A text in which names stand, with 'de' and 'que' elided before those that ask for it; its other words are left. */
export const elided = (text: string, names: string[]): string =>
  text.replace(/\b(d|qu)e (?=\p{L})/giu, (found, stem: string, at: number) => {
    const next = at + found.length;
    return names.some((name) => startsWithVowel(name) && text.startsWith(name, next)) ? `${stem}’` : found;
  });
