/** The words of the field, as the contract lists them. Everything else names things with these. */

export const languages = ['fr', 'nl', 'en'] as const;
/** ISO 639-1 code of a language the product speaks. */
export type Language = (typeof languages)[number];

export const firmRoles = ['admin', 'manager', 'support'] as const;
/** What an employee may do in the firm: a `support` can't create or manage dossiers. */
export type FirmRole = (typeof firmRoles)[number];

export const centrals = ['holder', 'co_holder'] as const;
/** A central person: whose dossier it is. One holder, at most one co-holder. */
export type Central = (typeof centrals)[number];

export const grantedRights = ['read_only', 'read_write'] as const;
/** The level of a grant, least first. */
export type GrantedRight = (typeof grantedRights)[number];

export const rights = ['none', ...grantedRights] as const;
export type Right = (typeof rights)[number];

export const partyKinds = ['person', 'advisor', 'member'] as const;
/** Who is invited: a person of the family tree, an outside advisor, or a member of the firm's team. */
export type PartyKind = (typeof partyKinds)[number];

export const advisorTypes = [
  'banker',
  'notary',
  'lawyer',
  'accountant',
  'tax_advisor',
  'insurance_broker',
  'asset_manager',
  'other',
] as const;
export type AdvisorType = (typeof advisorTypes)[number];

export const unionKinds = ['marriage', 'legal_cohabitation', 'cohabitation'] as const;
/** `legal_cohabitation`: declared (in Belgium), or a civil union (the French PACS). */
export type UnionKind = (typeof unionKinds)[number];

export const regimes = [
  'legal_community',
  'universal_community',
  'separation_of_property',
  'participation_in_acquisitions',
  'other',
] as const;
/** A couple's matrimonial regime. */
export type Regime = (typeof regimes)[number];

export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];

export const regions = ['flanders', 'wallonia', 'brussels'] as const;
/** The Belgian region of a domicile: gift and inheritance tax are regional. */
export type Region = (typeof regions)[number];

export const parentKinds = ['birth', 'adoption'] as const;
export type ParentKind = (typeof parentKinds)[number];

export const teamAccessModes = ['all', 'listed'] as const;
export type TeamAccessMode = (typeof teamAccessModes)[number];

export const assetKinds = [
  'real_estate',
  'bank_account',
  'portfolio',
  'life_insurance',
  'company_shares',
  'movable_goods',
  'other_asset',
] as const;
export const debtKinds = ['mortgage', 'loan', 'other_debt'] as const;
export const itemKinds = [...assetKinds, ...debtKinds] as const;
/** What an item of the wealth inventory is: an asset or a debt. */
export type ItemKind = (typeof itemKinds)[number];

export const isDebt = (kind: ItemKind) => (debtKinds as readonly string[]).includes(kind);

export const ownershipForms = ['full', 'usufruct', 'bare'] as const;
/** Full ownership, or the two halves that it splits into: usufruct and bare ownership. */
export type OwnershipForm = (typeof ownershipForms)[number];

export const donationCategories = [
  'money',
  'securities',
  'company_shares',
  'family_business',
  'movable_goods',
  'real_estate',
  'other',
] as const;
/** What was given. `family_business`: assets or shares under the regime for family businesses. */
export type DonationCategory = (typeof donationCategories)[number];

export const donationForms = ['notarial', 'foreign_notary', 'bank', 'manual'] as const;
/** How it was given: by a notary of the country, a foreign notary, a bank transfer, or by hand. */
export type DonationForm = (typeof donationForms)[number];

export const reportStates = ['queued', 'rendering', 'ready', 'failed'] as const;
export type ReportState = (typeof reportStates)[number];
