import { setTimeout as sleep } from 'node:timers/promises';

/** One row of the report. With a `limit`, `ratio` (or, without a base, `value`) has to keep to it. */
export type Figure = {
  name: string;
  value: number;
  /** What the value is compared with, in the same unit; null: with nothing. */
  base: number | null;
  ratio: number | null;
  unit: string;
  limit: { atLeast: number } | { atMost: number } | null;
};

/** Whether a figure keeps to its limit. A ratio is judged as it was measured, not as it is shown. */
export function keepsTo({ value, ratio, limit }: Figure): boolean {
  const judged = ratio ?? value;
  if (!limit) return true;
  return 'atLeast' in limit ? judged >= limit.atLeast : judged <= limit.atMost;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Does something so many times; its rate a second. */
export type Round = () => Promise<number>;

/**
 * Compares two rates by rounds that take turns (one, base, one, base …), after one of each that doesn't count: what
 * slows the machine slows both. The ratio is the median of the pairs' ratios.
 */
export async function takingTurns(rounds: number, one: Round, base: Round) {
  const pairs: [number, number][] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair: [number, number] = [await one(), await base()];
    if (round > 0) pairs.push(pair);
  }
  return {
    value: median(pairs.map(([a]) => a)),
    base: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}

/** Does `work` so many times, so many of them at once. @returns how many a second */
export async function rateOf(
  times: number,
  atOnce: number,
  work: (n: number, lane: number) => Promise<unknown>,
) {
  let next = 0;
  const begun = performance.now();
  const lanes = Array.from({ length: atOnce }, async (_, lane) => {
    for (let n = next++; n < times; n = next++) await work(n, lane);
  });
  await Promise.all(lanes);
  return (times / (performance.now() - begun)) * 1000;
}

/** Asks again and again until the answer is yes. @throws Error after so many milliseconds */
export async function until(what: string, limitMs: number, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${limitMs / 1000} s`);
    await sleep(200);
  }
}

const shown = (value: number | null) =>
  value === null ? '' : value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });

const limitOf = ({ limit }: Figure) =>
  !limit ? '' : 'atLeast' in limit ? `at least ${limit.atLeast}` : `at most ${limit.atMost}`;

/** The figures as a Markdown table; what is over its limit is marked. */
export function tableOf(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${shown(figure.value)} ${figure.unit}`,
    figure.base === null ? '' : `${shown(figure.base)} ${figure.unit}`,
    figure.ratio === null ? '' : figure.ratio.toFixed(3),
    limitOf(figure),
    keepsTo(figure) ? '' : '**over**',
  ]);
  const lines = [['what', 'measured', 'against', 'ratio', 'limit', ''], Array(6).fill('---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
