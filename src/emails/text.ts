import type { Language } from '../domain/words.ts';

const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
const scheme = /[a-z][a-z0-9+.-]*:\/\/+/gi;
/** A dot that mail programs could read as part of a host name, and make a link of. */
const hostDot = /[.\u3002\uff0e\uff61](?=\p{L}{2})/gu;

/**
 * A name as an e-mail may show it: one line, without control or direction-changing characters, and
 * without anything that a mail program would turn into a link.
 */
export function cleanName(name: string): string {
  return name.replace(invisible, ' ').replace(scheme, ' ').replace(hostDot, '. ').replace(/\s+/g, ' ').trim();
}

/** The spaces of French before `: ; ? !` and inside « », made unbreakable. Other languages stay as they are. */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text;
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0');
}

/** The same value with `change` applied to each string in it, except to addresses (`link`, `url`). */
export function mapText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapText(item, change)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, item]) =>
    key === 'link' || key === 'url' ? [key, item] : [key, mapText(item, change)],
  );
  return Object.fromEntries(entries) as T;
}
