import type { TaxReason } from '../../../domain/donation-dates.ts';
import type { notes } from '../../../domain/simulation.ts';
import type {
  AdvisorType,
  DonationCategory,
  DonationForm,
  ItemKind,
  OwnershipForm,
  Regime,
  Region,
  UnionKind,
} from '../../../domain/words.ts';

/** Every text of a report: one file a language, and a missing one doesn't compile. Amounts and days come formatted. */
export type Texts = {
  report: string;
  /** On the cover. */
  madeOn: string;
  madeBy: string;
  manager: string;
  holder: string;
  coHolder: string;
  contents: string;
  confidential: string;
  page(number: number, total: number): string;
  outside: string;
  unknown: string;
  yes: string;
  no: string;
  total: string;
  /** What something is, then its value. */
  colon(label: string, value: string): string;
  family: {
    title: string;
    drawing(number: number, total: number): string;
    seeDrawing(numbers: string): string;
    empty: string;
    legend: Record<
      'union' | 'cohabitation' | 'ended' | 'birth' | 'adoption' | 'central' | 'elsewhere',
      string
    >;
    alone: string;
    persons: string;
    unions: string;
    name: string;
    born: string;
    died: string;
    nationality: string;
    domicile: string;
    couple: string;
    union: string;
    since: string;
    until: string;
    regime: string;
    kind: Record<UnionKind, string>;
    regimes: Record<Regime, string>;
    regions: Record<Region, string>;
  };
  wealth: {
    title: string;
    empty: string;
    note: string;
    summary: string;
    byPerson: string;
    byItem: string;
    person: string;
    assets: string;
    debts: string;
    net: string;
    item: string;
    owners: string;
    share: string;
    right: string;
    value: string;
    part: string;
    valuedOn(day: string): string;
    form: Record<OwnershipForm, string>;
    /** What somebody owes, in place of a form of ownership. */
    owed: string;
    kind: Record<ItemKind, string>;
  };
  donations: {
    title: string;
    empty: string;
    table: string;
    to: string;
    form: string;
    registered: string;
    registeredOn(day: string): string;
    usufruct: string;
    conditions: string;
    item: string;
    domicile: string;
    dates: string;
    countsUntil(day: string): string;
    countedUntil(day: string): string;
    renewsOn(day: string): string;
    noDate: string;
    reason: Record<TaxReason, string>;
    rule(id: string, years: number | null): string;
    noRule: string;
    category: Record<DonationCategory, string>;
    forms: Record<DonationForm, string>;
  };
  simulation: {
    title: string;
    calculatedOn(day: string): string;
    period(from: number, to: number): string;
    assumptions: string;
    assumption: string;
    value: string;
    inflation: string;
    growth: string;
    percentAYear(percent: string): string;
    otherKinds: string;
    donations: string;
    donation(year: number, share: string, item: string, donor: string, donees: string): string;
    withUsufruct: string;
    noDonations: string;
    deaths: string;
    noDeaths: string;
    chart(currency: string): string;
    others(count: number): string;
    all: string;
    figures(currency: string): string;
    year: string;
    real: string;
    rounded: string;
    noFigures: string;
    notes: Record<(typeof notes)[number], string>;
  };
  access: {
    title: string;
    note: string;
    team: string;
    managerRole: string;
    admin: string;
    member: string;
    wholeTeam: string;
    family: string;
    advisors: string;
    nobody: string;
    name: string;
    capacity: string;
    right: string;
    since: string;
    notOpened: string;
    relative: string;
    readWrite: string;
    readOnly: string;
    /** Before a day, which is included. */
    until: string;
    advisor: Record<AdvisorType, string>;
  };
};
