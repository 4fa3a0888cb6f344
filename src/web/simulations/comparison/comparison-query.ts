import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api/client.ts';
import { simulationsKey } from '../use-simulations.ts';

export type Compared = Schemas['SimulationComparison'];

/** A simulation against another one of its dossier, as the API compares them. */
export const comparisonQuery = (d: string, s: string, other: string) =>
  queryOptions({
    queryKey: [...simulationsKey(d), s, 'comparison', other],
    queryFn: () =>
      answered(
        api.GET('/api/dossiers/{d}/simulations/{s}/comparison', {
          params: { path: { d, s }, query: { with: other } },
        }),
      ),
  });
