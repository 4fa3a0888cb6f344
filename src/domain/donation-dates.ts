import { Temporal } from 'temporal-polyfill';
import { type DonationRule, donationRules, type Source } from './donation-rules.ts';
import type { DonationCategory, DonationForm, Region } from './words.ts';

/** What its tax dates follow from. Days are ISO 8601; the domicile is the donor's, when he gave. */
export type Gift = {
  givenOn: string;
  category: DonationCategory;
  form: DonationForm;
  registered: boolean;
  registeredOn: string | null;
  country: string | null;
  region: Region | null;
};

export const taxReasons = [
  /** A gift of real estate is registered, so that it never counts. */
  'real_estate',
  /** It was registered, and counts no more. */
  'registered',
  /** The years run from the registration: there was none yet, or its day isn't known. */
  'not_registered',
  'registration_day_unknown',
  /** The table has no rule: for Belgium the region is needed. */
  'region_unknown',
  'domicile_unknown',
  'other_country',
] as const;
/** Why there is no date, or why a period ended before its time. */
export type TaxReason = (typeof taxReasons)[number];

/** The tax dates of a gift, and the rule that they follow from; null: there is none. */
export type DonationTax = {
  rule: string | null;
  /** The last day on which the donor's death brings the gift into his estate for inheritance tax. */
  countsUntil: string | null;
  /** The day from which the donee's allowance is whole again, as if there had been no such gift. */
  renewsOn: string | null;
  reason: TaxReason | null;
  years: number | null;
  source: Source | null;
  /** It is no legal advice: the words to show are `noLegalAdvice`. */
  disclaimer: 'no_legal_advice';
};

const isUnder = (gift: Gift, rule: DonationRule): boolean =>
  rule.country === gift.country &&
  (rule.region === null || rule.region === gift.region) &&
  (rule.givenFrom === null || rule.givenFrom <= gift.givenOn) &&
  (rule.givenUntil === null || gift.givenOn <= rule.givenUntil) &&
  rule.categories.includes(gift.category) &&
  rule.forms.includes(gift.form) &&
  (rule.registered === null || rule.registered === gift.registered);

/** Every rule of the table that a gift is under: one, or none. */
export const rulesOf = (gift: Gift): DonationRule[] => donationRules.filter((rule) => isUnder(gift, rule));

/** The tax dates of a gift, by the table of rules. A period of years ends on the anniversary of its first day. */
export function taxOf(gift: Gift): DonationTax {
  const [rule] = rulesOf(gift);
  const none = { countsUntil: null, renewsOn: null, reason: null };
  if (!rule) return answer(null, { ...none, reason: whyNoRule(gift) });
  switch (rule.effect) {
    case 'exempt':
      return answer(rule, {
        ...none,
        countsUntil: countedUntil(gift),
        reason: gift.category === 'real_estate' ? 'real_estate' : 'registered',
      });
    case 'counts':
      return answer(rule, { ...none, countsUntil: anniversary(gift.givenOn, rule.years!) });
    case 'renews': {
      const first = rule.runsFrom === 'gift' ? gift.givenOn : gift.registeredOn;
      if (first) return answer(rule, { ...none, renewsOn: anniversary(first, rule.years!) });
      return answer(rule, {
        ...none,
        reason: gift.registered ? 'registration_day_unknown' : 'not_registered',
      });
    }
  }
}

const answer = (
  rule: DonationRule | null,
  dates: Pick<DonationTax, 'countsUntil' | 'renewsOn' | 'reason'>,
): DonationTax => ({
  rule: rule?.id ?? null,
  ...dates,
  years: rule?.years ?? null,
  source: rule?.source ?? null,
  disclaimer: 'no_legal_advice',
});

/** The same day so many years later; for 29 February the 28th, where that year has none. */
const anniversary = (day: string, years: number) => Temporal.PlainDate.from(day).add({ years }).toString();

/**
 * A gift that was registered some time after it was made counted until then, or until its years were over. A
 * notarial deed never does: it is taxed whenever it is registered.
 */
function countedUntil(gift: Gift): string | null {
  const { registeredOn, givenOn, form, category } = gift;
  if (!registeredOn || registeredOn <= givenOn || form === 'notarial' || category === 'real_estate')
    return null;
  const eve = Temporal.PlainDate.from(registeredOn).subtract({ days: 1 }).toString();
  const end = taxOf({ ...gift, registered: false, registeredOn: null }).countsUntil;
  return end && end < eve ? end : eve;
}

function whyNoRule({ country }: Gift): TaxReason {
  if (country === null) return 'domicile_unknown';
  return donationRules.some((rule) => rule.country === country) ? 'region_unknown' : 'other_country';
}
