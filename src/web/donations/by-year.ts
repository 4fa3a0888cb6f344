import type { Donation } from './use-donations.ts';

/** What was given in each year from the first to the last, in one currency: exact sums in its minor unit. */
export function byYear(donations: Donation[], currency: string): { year: string; cents: number }[] {
  const given = donations.filter((donation) => donation.currency === currency);
  const years = given.map(({ givenOn }) => Number(givenOn.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, nth) => {
    const year = String(first + nth).padStart(4, '0');
    const sum = given.reduce(
      (total, { givenOn, cents }) => (givenOn.startsWith(year) ? total + BigInt(cents) : total),
      0n,
    );
    return { year, cents: Number(sum) };
  });
}
