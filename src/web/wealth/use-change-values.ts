import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { staleOf } from '../shell/stale.ts';
import { inventoryKey, itemKey, type WholeItem } from './use-inventory.ts';

type Value = WholeItem['value'];

/** Writes the value of a day of an item, or removes one; what somebody else changed meanwhile is shown before the next try. */
export function useChangeValues(d: string, item: WholeItem, onSaved: () => void) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const queries = useQueryClient();
  const header = { 'If-Match': `"${item.version}"` };
  const path = { d, i: item.id };
  const show = async (saved: WholeItem) => {
    queries.setQueryData(itemKey(d, item.id), saved);
    await queries.invalidateQueries({ queryKey: inventoryKey(d), exact: true });
    onSaved();
  };
  const onError = (error: unknown) => {
    if (staleOf(error)) void queries.invalidateQueries({ queryKey: inventoryKey(d) });
  };
  const write = useMutation({
    mutationFn: (value: Value) =>
      answered(
        api.PATCH('/api/dossiers/{d}/wealth/items/{i}', { params: { path, header }, body: { value } }),
      ),
    onSuccess: async (saved, { valuedOn }) => {
      await show(saved);
      notifications.show({ message: t('wealth.history.saved', { name: item.name, day: day(valuedOn) }) });
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: ({ id }: { id: string; valuedOn: string }) =>
      answered(
        api.DELETE('/api/dossiers/{d}/wealth/items/{i}/values/{v}', {
          params: { path: { ...path, v: id }, header },
        }),
      ),
    onSuccess: async (saved, { valuedOn }) => {
      await show(saved);
      notifications.show({ message: t('wealth.history.removed', { name: item.name, day: day(valuedOn) }) });
    },
    onError,
  });
  return { write, remove };
}
