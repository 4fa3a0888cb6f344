import type { Compared } from './comparison-query.ts';

/** The names of the first simulation and of the others; one of an earlier one's name gets its number. */
export function titlesOf(comparisons: Compared[]): string[] {
  const names = [comparisons[0]!.simulation.name, ...comparisons.map((comparison) => comparison.with.name)];
  return names.map((name, i) => (names.indexOf(name) < i ? `${name} (${i + 1})` : name));
}
