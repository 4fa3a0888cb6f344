import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { type Line, linesKey } from './use-lines.ts';

export type Typed = { email: string; phone: string; right: Schemas['AccessLine']['right'] };

/** Saves a line; the list shows the answer, and a toast names the person. */
export function useSaveRight(d: string, { party, email, phone }: Line, onSaved: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (typed: Typed) => {
      if (party.kind === 'advisor') {
        const path = { d, a: party.id };
        return answered(
          api.PUT('/api/dossiers/{d}/access-rights/advisors/{a}', {
            params: { path },
            body: { right: typed.right },
          }),
        );
      }
      const contact = {
        ...(typed.email && typed.email !== email ? { email: typed.email } : {}),
        ...(typed.phone && typed.phone !== phone ? { phone: typed.phone } : {}),
      };
      return answered(
        api.PUT('/api/dossiers/{d}/access-rights/persons/{p}', {
          params: { path: { d, p: party.id } },
          body: { right: typed.right, ...(typed.right === 'none' ? {} : contact) },
        }),
      );
    },
    onSuccess: (saved) => {
      queries.setQueryData<{ items: Line[] }>(linesKey(d), (old) =>
        old ? { items: old.items.map((line) => (line.party.id === saved.party.id ? saved : line)) } : old,
      );
      notifications.show({ message: t(`right.saved.${saved.right}`, { name: saved.party.name }) });
      onSaved();
    },
  });
}
