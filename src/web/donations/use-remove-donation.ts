import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { type Donation, donationsKey } from './use-donations.ts';

/** Removes a donation, once the reader has read what follows from it. */
export function useRemoveDonation(d: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (donation: Donation): Promise<boolean> => {
      const question = {
        title: t('donations.remove.title', { description: donation.description }),
        consequences: t('donations.remove.text'),
        verb: t('donations.remove.verb'),
      };
      if (!(await confirmed(t, question))) return false;
      const header = { 'If-Match': `"${donation.version}"` };
      const path = { d, n: donation.id };
      await answered(api.DELETE('/api/dossiers/{d}/donations/{n}', { params: { path, header } }));
      return true;
    },
    onSuccess: async (isRemoved, { description }) => {
      if (!isRemoved) return;
      await queries.invalidateQueries({ queryKey: donationsKey(d) });
      notifications.show({ message: t('donations.remove.done', { description }) });
    },
    // Whoever changed it meanwhile: what is removed is looked at again first.
    onError: () => queries.invalidateQueries({ queryKey: donationsKey(d) }),
  });
}
