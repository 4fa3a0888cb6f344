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

export const unionKinds = ['marriage', 'cohabitation'] as const;
export type UnionKind = (typeof unionKinds)[number];

export const parentKinds = ['birth', 'adoption'] as const;
export type ParentKind = (typeof parentKinds)[number];

export const teamAccessModes = ['all', 'listed'] as const;
export type TeamAccessMode = (typeof teamAccessModes)[number];
