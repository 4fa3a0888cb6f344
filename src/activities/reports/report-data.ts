import type { Share } from '../../domain/ownership.ts';
import type {
  AdvisorType,
  Central,
  DonationCategory,
  DonationForm,
  GrantedRight,
  ItemKind,
  Language,
  OwnershipForm,
  ParentKind,
  Regime,
  Region,
  TeamAccessMode,
  UnionKind,
} from '../../domain/words.ts';

/**
 * All that a report is drawn from: plain data, read at one moment. Days are ISO 8601, amounts are in the minor unit of
 * their currency, and no person stands for somebody outside the family.
 */
export type ReportData = {
  language: Language;
  /** The instant that the report shows, ISO 8601. */
  madeAt: string;
  firmName: string;
  dossierName: string;
  managerName: string;
  persons: ReportPerson[];
  unions: ReportUnion[];
  parents: { childId: string; parentId: string; kind: ParentKind }[];
  wealth: { items: ReportItem[]; byPerson: PersonTotal[]; net: NetTotal[] };
  donations: ReportDonation[];
  /** Null: none was chosen. */
  simulation: ReportSimulation | null;
  /** Null: the report doesn't say who has access. */
  access: ReportAccess | null;
};

export type ReportPerson = {
  id: string;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  deathDate: string | null;
  nationality: string | null;
  country: string | null;
  region: Region | null;
  central: Central | null;
};

export type ReportUnion = {
  personIds: [string, string];
  kind: UnionKind;
  regime: Regime | null;
  start: string | null;
  end: string | null;
};

export type ReportItem = {
  id: string;
  kind: ItemKind;
  name: string;
  description: string | null;
  country: string | null;
  currency: string;
  cents: number;
  valuedOn: string;
  /** `cents`: the owner's part of the value. */
  owners: { personId: string | null; form: OwnershipForm; share: Share; cents: number }[];
};

export type PersonTotal = {
  personId: string | null;
  currency: string;
  full: number;
  usufruct: number;
  bare: number;
  debts: number;
  /** What is owned in full, less the debts. */
  net: number;
};
export type NetTotal = { currency: string; assets: number; debts: number; net: number };

export type ReportDonation = {
  donorId: string;
  donees: { personId: string | null; share: Share }[];
  itemName: string | null;
  givenOn: string;
  category: DonationCategory;
  description: string;
  cents: number;
  currency: string;
  form: DonationForm;
  registered: boolean;
  registeredOn: string | null;
  usufructReserved: boolean;
  conditions: string | null;
  country: string | null;
  region: Region | null;
  tax: ReportTax;
};

export const taxReasons = [
  'real_estate',
  'registered',
  'not_registered',
  'registration_day_unknown',
  'region_unknown',
  'domicile_unknown',
  'other_country',
] as const;

/** The tax dates of a gift, and the rule that they follow from. */
export type ReportTax = {
  rule: string | null;
  countsUntil: string | null;
  renewsOn: string | null;
  reason: (typeof taxReasons)[number] | null;
  years: number | null;
  source: { title: string; article: string } | null;
};

export const simulationNotes = ['no_tax', 'no_legal_advice', 'usufruct_not_valued'] as const;

export type Figures = {
  full: number;
  usufruct: number;
  bare: number;
  debts: number;
  net: number;
  netReal: number;
};

export type ReportSimulation = {
  name: string;
  madeAt: string;
  startYear: number;
  /** In years. */
  horizon: number;
  /** Percent a year, as decimal texts. */
  inflation: string;
  growth: { kind: ItemKind; percent: string }[];
  donations: {
    year: number;
    itemName: string;
    donorId: string;
    share: Share;
    donees: { personId: string | null; share: Share }[];
    usufructReserved: boolean;
  }[];
  deaths: { personId: string; year: number }[];
  /** The family as it stood when it was calculated. */
  persons: { id: string; firstName: string; lastName: string }[];
  years: {
    year: number;
    persons: (Figures & { personId: string | null; currency: string })[];
    totals: (Figures & { currency: string })[];
  }[];
  notes: (typeof simulationNotes)[number][];
};

export type ReportAccess = {
  teamMode: TeamAccessMode;
  /** Members of the team who have access, beside the manager. */
  members: { name: string; role: 'admin' | 'team_member' }[];
  lines: {
    firstName: string;
    lastName: string;
    party: { kind: 'person'; central: Central | null } | { kind: 'advisor'; type: AdvisorType };
    right: GrantedRight;
    /** ISO 8601; null while nobody has opened it. */
    openedAt: string | null;
  }[];
};
