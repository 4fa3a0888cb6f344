import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Summary = Schemas['SimulationSummary'];
export type Simulation = Schemas['Simulation'];

export const simulationsKey = (d: string) => ['simulations', d];
const simulationKey = (d: string, s: string) => [...simulationsKey(d), s];

/** The simulations of a dossier, the newest first. */
export const useSimulations = (d: string) =>
  useQuery({
    queryKey: simulationsKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/simulations', { params: { path: { d } } })),
    select: ({ items }) => items,
  });

/** One simulation with its assumptions, what it was calculated from, and what came of it. */
export const simulationQuery = (d: string, s: string) =>
  queryOptions({
    queryKey: simulationKey(d, s),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/simulations/{s}', { params: { path: { d, s } } })),
  });
