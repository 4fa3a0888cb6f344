import type { Simulation } from '../use-simulations.ts';
import type { Chart } from './chart.ts';
import { mostLines } from './palette.ts';

/** In the money of each year, or in that of the first. */
export type Money = 'net' | 'netReal';

/** Each person's net wealth over the years, the wealthiest first; those beyond what a chart can show, together. */
export function personsSeries(
  { years }: Simulation['result'],
  { currency, money }: { currency: string; money: Money },
  { nameOf, others }: { nameOf: (id: string | null) => string; others: (count: number) => string },
): Chart['series'] {
  const net = new Map<string | null, number[]>();
  for (const [i, { persons }] of years.entries()) {
    for (const person of persons.filter((one) => one.currency === currency)) {
      const values = net.get(person.personId) ?? years.map(() => 0);
      values[i] = person[money];
      net.set(person.personId, values);
    }
  }
  const all = [...net]
    .map(([id, values]) => ({ name: nameOf(id), values, peak: Math.max(...values.map(Math.abs)) }))
    .filter(({ peak }) => peak > 0)
    .sort((a, b) => b.peak - a.peak)
    .map(({ name, values }) => ({ name, values }));
  if (all.length <= mostLines) return distinct(all);
  const rest = all.slice(mostLines - 1);
  const values = years.map((_, i) => rest.reduce((sum, one) => sum + one.values[i]!, 0));
  return distinct([...all.slice(0, mostLines - 1), { name: others(rest.length), values }]);
}

/** Two of one name are told apart by a number. */
function distinct<T extends { name: string }>(series: T[]): T[] {
  const seen = new Map<string, number>();
  return series.map((one) => {
    const nth = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, nth);
    return nth === 1 ? one : { ...one, name: `${one.name} (${nth})` };
  });
}
