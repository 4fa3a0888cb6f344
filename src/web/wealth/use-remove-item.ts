import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { type Item, inventoryKey } from './use-inventory.ts';

/** Removes an item, once the reader has read what follows from it. */
export function useRemoveItem(d: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (item: Item): Promise<boolean> => {
      const question = {
        title: t('wealth.remove.title', { name: item.name }),
        consequences: t('wealth.remove.text'),
        verb: t('wealth.remove.verb'),
      };
      if (!(await confirmed(t, question))) return false;
      const header = { 'If-Match': `"${item.version}"` };
      await answered(
        api.DELETE('/api/dossiers/{d}/wealth/items/{i}', { params: { path: { d, i: item.id }, header } }),
      );
      return true;
    },
    onSuccess: async (isRemoved, { name }) => {
      if (!isRemoved) return;
      await queries.invalidateQueries({ queryKey: inventoryKey(d) });
      notifications.show({ message: t('wealth.remove.done', { name }) });
    },
    // Whoever changed it meanwhile: what is removed is looked at again first.
    onError: () => queries.invalidateQueries({ queryKey: inventoryKey(d) }),
  });
}
