import type { Simulation } from '../use-simulations.ts';

/** The years of assumed deaths, with a sign for them. */
export const marksOf = ({ assumptions }: Simulation) =>
  [...new Set(assumptions.deaths.map(({ year }) => String(year)))].map((place) => ({ place, sign: '†' }));
