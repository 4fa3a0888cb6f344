import { ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import englishNames from '@zxcvbn-ts/language-en/dist/firstnames.json.mjs';
import frenchNames from '@zxcvbn-ts/language-fr/dist/firstnames.json.mjs';
import frenchSurnames from '@zxcvbn-ts/language-fr/dist/lastnames.json.mjs';
import { passwordLength } from '../../domain/password.ts';
import type en from '../i18n/en.json';

export type Strength = {
  level: 'weak' | 'fair' | 'strong';
  /** From 0 to 1. */
  share: number;
  warning: keyof typeof en.password.warnings | null;
  suggestions: (keyof typeof en.password.suggestions)[];
};

// Known passwords and names; the languages' whole vocabularies would be three times as large to load.
const zxcvbn = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: {
    ...dictionary,
    'firstnames-en': englishNames,
    'firstnames-fr': frenchNames,
    'lastnames-fr': frenchSurnames,
  },
  maxLength: passwordLength.max,
});

/**
 * How hard a password is to guess for who knows the usual ones, and what is known of the person.
 * @param about names, addresses: what the password had better not be made of
 */
export function estimate(password: string, about: string[]): Strength {
  const words = about
    .flatMap((text) => [text, ...text.split(/[\s@.\-_]+/)])
    .filter(({ length }) => length > 2);
  const { score, feedback }: ZxcvbnResult = zxcvbn.check(password, words);
  const isLongEnough = password.length >= passwordLength.min;
  return {
    level: !isLongEnough || score < 2 ? 'weak' : score < 3 ? 'fair' : 'strong',
    share: Math.max(0.1, (isLongEnough ? score : Math.min(score, 1)) / 4),
    warning: (feedback.warning || null) as Strength['warning'],
    suggestions: feedback.suggestions as Strength['suggestions'],
  };
}
