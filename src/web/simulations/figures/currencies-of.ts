import type { Simulation } from '../use-simulations.ts';

/** The currencies of simulations, that of the most items first. There are no exchange rates: each is shown by itself. */
export function currenciesOf(simulations: Simulation[]): string[] {
  const counts = new Map<string, number>();
  for (const { currency } of simulations.flatMap(({ inputs }) => inputs.items)) {
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1))
    .map(([currency]) => currency);
}
