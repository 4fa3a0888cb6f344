import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Donation = Schemas['Donation'];
export type Totals = Schemas['Donations']['totals'];

export const donationsKey = (d: string) => ['donations', d];

/** A dossier's donations, the oldest first, with tax dates and the API's totals. */
export const useDonations = (d: string) =>
  useQuery({
    queryKey: donationsKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/donations', { params: { path: { d } } })),
  });
