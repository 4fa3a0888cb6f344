import type { Language } from '../../domain/words.ts';

/** Each language by its own name, as whoever looks for it reads it. */
export const languageNames: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', en: 'English' };
