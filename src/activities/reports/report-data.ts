import type { DonationTax } from '../../domain/donation-dates.ts';
import type { Share } from '../../domain/ownership.ts';
import type { Percent, PlannedDonation, ProjectedYear, Result } from '../../domain/simulation.ts';
import type { WealthTotals } from '../../domain/wealth-totals.ts';
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
  wealth: { items: ReportItem[] } & Pick<WealthTotals, 'byPerson' | 'net'>;
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
  tax: Omit<DonationTax, 'disclaimer'>;
};

export type ReportSimulation = {
  name: string;
  madeAt: string;
  startYear: number;
  /** In years. */
  horizon: number;
  /** Percent a year, as decimal texts. */
  inflation: Percent;
  growth: { kind: ItemKind; percent: Percent }[];
  donations: (Omit<PlannedDonation, 'itemId'> & { itemName: string })[];
  deaths: { personId: string; year: number }[];
  /** The family as it stood when it was calculated. */
  persons: { id: string; firstName: string; lastName: string }[];
  years: ProjectedYear[];
  notes: Result['notes'];
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
    /** The last day of the access, ISO 8601; null: without end. */
    until: string | null;
    /** ISO 8601; null while nobody has opened it. */
    openedAt: string | null;
  }[];
};
