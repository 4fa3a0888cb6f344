import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Item = Schemas['WealthItem'];
export type WholeItem = Schemas['WholeWealthItem'];
export type Totals = Schemas['WealthTotals'];

export const inventoryKey = (d: string) => ['wealth', d];
export const itemKey = (d: string, i: string) => ['wealth', d, i];

/** A dossier's wealth inventory, whole, with the API's totals. */
export const useInventory = (d: string) =>
  useQuery({
    queryKey: inventoryKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/wealth/items', { params: { path: { d } } })),
  });

/** One item with the history of its value. */
export const useWholeItem = (d: string, i: string) =>
  useQuery({
    queryKey: itemKey(d, i),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/wealth/items/{i}', { params: { path: { d, i } } })),
  });
