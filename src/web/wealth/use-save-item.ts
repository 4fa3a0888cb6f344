import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changesOf } from '../api/changes-of.ts';
import { answered, api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { itemBody, type TypedItem } from './item-body.ts';
import { type Item, inventoryKey } from './use-inventory.ts';

type Save = { typed: TypedItem; started: TypedItem; version?: number };

/** Enters a new item, once however often it is sent, or saves what was changed of one; a toast names it. */
export function useSaveItem(d: string, item: Item | null, onSaved: () => void) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: ({ typed, started, version = item?.version ?? 0 }: Save) => {
      const body = itemBody(typed, i18n.language);
      if (!item) {
        const header = keyOf(body);
        return answered(
          api.POST('/api/dossiers/{d}/wealth/items', { params: { path: { d }, header }, body }),
        );
      }
      const header = { 'If-Match': `"${version}"` };
      return answered(
        api.PATCH('/api/dossiers/{d}/wealth/items/{i}', {
          params: { path: { d, i: item.id }, header },
          body: changesOf(itemBody(started, i18n.language), body),
        }),
      );
    },
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: inventoryKey(d) });
      notifications.show({ message: t(item ? 'wealth.saved' : 'wealth.added', { name }) });
      onSaved();
    },
  });
}
