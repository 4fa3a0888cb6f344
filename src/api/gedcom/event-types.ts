import { type Regime, regimes, type UnionKind } from '../../domain/words.ts';

/** How our files call, by the `TYPE` of an event, what GEDCOM has no tag for. */
export const eventTypes = {
  legalCohabitation: 'Legal cohabitation',
  cohabitation: 'Cohabitation',
  end: 'End of union',
  noUnion: 'No union',
  regime: 'Matrimonial regime',
} as const;

/** How our files write a regime. */
export const regimeTexts: Record<Regime, string> = {
  legal_community: 'Legal community',
  universal_community: 'Universal community',
  separation_of_property: 'Separation of property',
  participation_in_acquisitions: 'Participation in acquisitions',
  other: 'Other',
};

/** The regime that our files write like this, in lower case. */
export const regimeOf = (word: string): Regime | null =>
  regimes.find((regime) => regimeTexts[regime].toLowerCase() === word) ?? null;

const kinds: [RegExp, UnionKind][] = [
  [
    /\bpacs\b|civil union|union civile|(civil|registered|domestic) partner|legal(ly)? cohabit/,
    'legal_cohabitation',
  ],
  [/cohabitation légale|wettelijk\w* samenwon/, 'legal_cohabitation'],
  [/cohabit|concubin|common.law|union libre|samenwon|unmarried|not married|living together/, 'cohabitation'],
];

/** How two live together by the `TYPE` of an event, as our files and other programs write it, in lower case. */
export const kindOfType = (type: string): UnionKind | null =>
  kinds.find(([pattern]) => pattern.test(type))?.[1] ?? null;
