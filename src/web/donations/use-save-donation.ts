import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changesOf } from '../api/changes-of.ts';
import { answered, api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { donationBody, type TypedDonation } from './donation-body.ts';
import { type Donation, donationsKey } from './use-donations.ts';

type Save = { typed: TypedDonation; started: TypedDonation; version?: number };

/**
 * Adds a donation, once however often it is sent, or saves what was changed of one. Another donor goes with the
 * domicile that the form shows: the API would keep the former donor's.
 */
export function useSaveDonation(d: string, donation: Donation | null, onSaved: () => void) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: ({ typed, started, version = donation?.version ?? 0 }: Save) => {
      const body = donationBody(typed, i18n.language);
      if (!donation) {
        const header = keyOf(body);
        return answered(api.POST('/api/dossiers/{d}/donations', { params: { path: { d }, header }, body }));
      }
      const change = changesOf(donationBody(started, i18n.language), body);
      const { country, region } = body;
      const header = { 'If-Match': `"${version}"` };
      return answered(
        api.PATCH('/api/dossiers/{d}/donations/{n}', {
          params: { path: { d, n: donation.id }, header },
          body: { ...change, ...(change.donorId ? { country, region } : {}) },
        }),
      );
    },
    onSuccess: async ({ description }) => {
      await queries.invalidateQueries({ queryKey: donationsKey(d) });
      notifications.show({ message: t(donation ? 'donations.saved' : 'donations.added', { description }) });
      onSaved();
    },
  });
}
