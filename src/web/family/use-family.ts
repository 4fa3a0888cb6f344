import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Family = Schemas['Family'];
export type Person = Schemas['Person'];
export type Union = Schemas['Union'];

export const familyKey = (d: string) => ['family', d];

/** A dossier's family structure: persons, unions, links between children and parents. */
export const useFamily = (d: string) =>
  useQuery({
    queryKey: familyKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/family', { params: { path: { d } } })),
  });
