import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { inventoryKey, itemKey, type WholeItem } from './use-inventory.ts';

type Value = WholeItem['value'];
/** `version`: of the item as somebody else left it, where what he changed was looked at. */
type Save = { value: Value; version?: number };
type Removal = { value: WholeItem['values'][number]; version?: number };

/** Writes the value of a day of an item, or removes one. */
export function useChangeValues(d: string, item: WholeItem, onSaved: () => void) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const queries = useQueryClient();
  const headerOf = (version = item.version) => ({ 'If-Match': `"${version}"` });
  const path = { d, i: item.id };
  const show = async (saved: WholeItem) => {
    queries.setQueryData(itemKey(d, item.id), saved);
    // At once: what is typed next is the next value.
    onSaved();
    await queries.invalidateQueries({ queryKey: inventoryKey(d), exact: true });
  };
  const write = useMutation({
    mutationFn: ({ value, version }: Save) =>
      answered(
        api.PATCH('/api/dossiers/{d}/wealth/items/{i}', {
          params: { path, header: headerOf(version) },
          body: { value },
        }),
      ),
    onSuccess: async (saved, { value: { valuedOn } }) => {
      await show(saved);
      notifications.show({ message: t('wealth.history.saved', { name: item.name, day: day(valuedOn) }) });
    },
  });
  const remove = useMutation({
    mutationFn: ({ value: { id }, version }: Removal) =>
      answered(
        api.DELETE('/api/dossiers/{d}/wealth/items/{i}/values/{v}', {
          params: { path: { ...path, v: id }, header: headerOf(version) },
        }),
      ),
    onSuccess: async (saved, { value: { valuedOn } }) => {
      await show(saved);
      notifications.show({ message: t('wealth.history.removed', { name: item.name, day: day(valuedOn) }) });
    },
  });
  const startWrite = (save: Save) => {
    remove.reset();
    write.mutate(save);
  };
  const startRemove = (removal: Removal) => {
    write.reset();
    remove.mutate(removal);
  };
  return {
    write: startWrite,
    remove: startRemove,
    isWriting: write.isPending,
    writeError: write.error,
    error: write.error ?? remove.error,
    /** Shows what somebody else has saved, in place of what was to be. */
    async takeTheirs(current: WholeItem) {
      write.reset();
      remove.reset();
      await show(current);
    },
    /** Saves all the same, over what somebody else has saved. */
    keepMine(version: number) {
      if (write.error) startWrite({ ...write.variables, version });
      else if (remove.error) startRemove({ ...remove.variables, version });
    },
  };
}
