import { flawsOfDonation } from '../../domain/donation-flaws.ts';
import type { Person } from '../family/use-family.ts';
import { readAmount } from '../inventory/amounts.ts';
import { readShare } from '../inventory/shares.ts';
import type { Flaws } from '../shell/problem-text.ts';
import { donationBody, type TypedDonation } from './donation-body.ts';

const today = () => new Date().toLocaleDateString('sv');

/** What is wrong with a donation as it was typed, by field, as codes of `problems.fields`; by the API's own rules. */
export function donationFlaws(typed: TypedDonation, persons: Person[], language: string): Flaws {
  const amount = readAmount(typed.amount, typed.currency, language);
  const badShares = typed.donees.flatMap(({ share }, nth) =>
    readShare(share) ? [] : [[`donees.${nth}.share`, 'not_a_share']],
  );
  const isJudged = typed.givenOn !== '' && badShares.length === 0;
  const flaws = isJudged ? flawsOfDonation(donationBody(typed, language), persons) : [];
  return {
    ...Object.fromEntries(flaws.map(({ field, reason }) => [field, reason])),
    ...Object.fromEntries(badShares),
    ...(typed.description.trim() ? {} : { description: 'required' }),
    ...(typed.amount.trim()
      ? 'problem' in amount
        ? { amount: amount.problem }
        : {}
      : { amount: 'required' }),
    ...(typed.givenOn ? {} : { givenOn: 'required' }),
    ...(typed.givenOn > today() ? { givenOn: 'in_the_future' } : {}),
    ...(typed.registered && typed.registeredOn > today() ? { registeredOn: 'in_the_future' } : {}),
  };
}
