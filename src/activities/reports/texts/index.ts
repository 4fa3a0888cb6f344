import type { Language } from '../../../domain/words.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Texts } from './texts.ts';

export const textsFor: Record<Language, Texts> = { fr, nl, en };
