import type { Queries } from '../../db/client.ts';
import { donees } from '../../db/schema/index.ts';
import { fractionOf, type Share } from '../../domain/ownership.ts';

/** Writes who received which part of a donation. */
export async function writeDonees(
  { orm }: Queries,
  donationId: string,
  parts: { personId: string | null; share: Share }[],
): Promise<void> {
  const rows = parts.map(({ personId, share }) => {
    const { n, d } = fractionOf(share);
    return { donationId, personId, numerator: Number(n), denominator: Number(d) };
  });
  await orm.insert(donees).values(rows);
}
