import { divide, fractionOf, type Share } from './ownership.ts';

/** What somebody gave or received in one currency, in its minor unit. No person: those outside the family. */
export type DonationTotal = { personId: string | null; currency: string; cents: number };

type Given = {
  donorId: string;
  donees: { personId: string | null; share: Share }[];
  cents: number;
  currency: string;
};

/** What each person gave, and what each received by his shares, in the order of the donations. */
export function totalsOf(donations: Given[]): { given: DonationTotal[]; received: DonationTotal[] } {
  return {
    given: sumUp(
      donations.map(({ donorId, currency, cents }) => ({
        personId: donorId,
        currency,
        cents: BigInt(cents),
      })),
    ),
    received: sumUp(
      donations.flatMap(({ donees, currency, cents }) => {
        const parts = divide(
          BigInt(cents),
          donees.map((donee) => fractionOf(donee.share)),
        );
        return donees.map(({ personId }, nth) => ({ personId, currency, cents: parts[nth]! }));
      }),
    ),
  };
}

type Amount = { personId: string | null; currency: string; cents: bigint };

const sumUp = (amounts: Amount[]): DonationTotal[] =>
  [...Map.groupBy(amounts, ({ personId, currency }) => `${personId} ${currency}`).values()].map((his) => ({
    personId: his[0]!.personId,
    currency: his[0]!.currency,
    cents: Number(his.reduce((sum, { cents }) => sum + cents, 0n)),
  }));
