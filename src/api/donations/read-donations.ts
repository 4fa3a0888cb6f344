import { readDonations } from '../../db/queries/inventories.ts';
import { totalsOf } from '../../domain/donation-totals.ts';
import { enterSection } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentDonation } from './present-donation.ts';

/** The donations inventory, whole, the oldest first, with what each person gave and received. */
export async function listDonations(
  services: Services,
  { params, ...request }: Request<{ d: string }, undefined, undefined>,
) {
  await enterSection(services, request, params.d, 'donations');
  const rows = await readDonations(services.db.sql, params.d);
  return { items: rows.map(presentDonation), totals: totalsOf(rows) };
}

/** One donation. @throws Problem `not_found` */
export async function readDonation(
  services: Services,
  { params, ...request }: Request<{ d: string; n: string }, undefined, undefined>,
) {
  await enterSection(services, request, params.d, 'donations');
  const [row] = await readDonations(services.db.sql, params.d, params.n);
  if (!row) throw new Problem('not_found');
  return presentDonation(row);
}
