import { expect, test } from 'vitest';
import { calculate } from '../../../src/api/simulations/calculate.ts';
import type { Inputs } from '../../../src/domain/simulation.ts';
import { itemKinds } from '../../../src/domain/words.ts';
import { assume, family, full, inputs, item } from '../../domain/simulated.ts';

/** So many items, each owned by so many of 200 persons. */
function large(items: number, owners: number): Inputs {
  const ids = Array.from({ length: 200 }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
  const all = Array.from({ length: items }, (_, i) =>
    item(
      `10000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      123_456_789 + i * 7919,
      Array.from({ length: owners }, (_, j) => full(ids[(i + j) % 200]!, `1/${owners}`)),
      { kind: itemKinds[i % itemKinds.length]! },
    ),
  );
  return inputs(family(ids), all);
}

const growth = Object.fromEntries(itemKinds.map((kind, i) => [kind, String(i / 2 - 2)]));
const assumptions = assume({ horizon: 50, inflation: '2.1', growth });

test('50 years of 500 items and 200 persons leave the thread to others', async () => {
  let [longest, last] = [0, performance.now()];
  const ticks = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const started = performance.now();
  const json = await calculate({ inputs: large(500, 20), assumptions });
  const took = performance.now() - started;
  clearInterval(ticks);
  expect(JSON.parse(json).years).toHaveLength(51);
  expect(json.length).toBeLessThan(2_000_000);
  expect(longest).toBeLessThan(took / 3);
});

test('what takes too long is given up, and the next one is calculated', async () => {
  const given = calculate({ inputs: large(500, 200), assumptions }, 300);
  const next = calculate({ inputs: large(1, 1), assumptions: assume() });
  await expect(given).rejects.toMatchObject({
    code: 'invalid',
    errors: [{ field: 'horizon', code: 'projection_too_large' }],
  });
  expect(JSON.parse(await next).years).toHaveLength(2);
});

test('what breaks is thrown, and the next one is calculated', async () => {
  const ownerless = inputs(family(['x']), [item('i', 100, [full('x', '1/2')])]);
  const broken = calculate({ inputs: ownerless, assumptions: assume() });
  const next = calculate({ inputs: large(1, 1), assumptions: assume() });
  await expect(broken).rejects.toThrow(RangeError);
  expect(JSON.parse(await next).years).toHaveLength(2);
});
