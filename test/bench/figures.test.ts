import { describe, expect, test } from 'vitest';
import { type Figure, keepsTo, median, rateOf, tableOf, takingTurns } from './figures.ts';

const figure = (changed: Partial<Figure>): Figure => ({
  name: 'saves',
  value: 500,
  base: 1000,
  ratio: 0.5,
  unit: 'a second',
  limit: { atLeast: 0.5 },
  ...changed,
});

describe('a figure', () => {
  test.each<[boolean, Partial<Figure>]>([
    [true, {}],
    [false, { ratio: 0.4999 }],
    [true, { ratio: 1.05, limit: { atMost: 1.05 } }],
    [false, { ratio: 1.0501, limit: { atMost: 1.05 } }],
    [true, { value: 18, ratio: null, limit: { atMost: 18 } }],
    [false, { value: 19, ratio: null, limit: { atMost: 18 } }],
    [true, { ratio: 9, limit: null }],
  ])('keeps to its limit: %s for %o', (kept, changed) => {
    expect(keepsTo(figure(changed))).toBe(kept);
    expect(tableOf([figure(changed)]).includes('**over**')).toBe(!kept);
  });

  test('has a row with its limit', () => {
    expect(
      tableOf([figure({ value: 1234.5 })])
        .split('\n')
        .at(-1),
    ).toBe('| saves | 1,235 a second | 1,000 a second | 0.500 | at least 0.5 |  |');
  });
});

test('rounds take turns, the first pair is forgotten, and the ratio is the median of the pairs', async () => {
  const order: string[] = [];
  const rates = { one: [1, 10, 30, 90], base: [1000, 20, 40, 100] };
  const round = (name: 'one' | 'base') => async () => {
    order.push(name);
    return rates[name].shift()!;
  };
  const compared = await takingTurns(3, round('one'), round('base'));
  expect(order).toEqual(['one', 'base', 'one', 'base', 'one', 'base', 'one', 'base']);
  expect(compared).toEqual({ value: 30, base: 40, ratio: 0.75 });
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('so many times, so many at once, each in a lane of its own', async () => {
  const running = new Set<number>();
  let [most, done] = [0, 0];
  await rateOf(20, 4, async (_, lane) => {
    expect(running.has(lane)).toBe(false);
    running.add(lane);
    most = Math.max(most, running.size);
    await new Promise(setImmediate);
    running.delete(lane);
    done++;
  });
  expect({ most, done }).toEqual({ most: 4, done: 20 });
});
