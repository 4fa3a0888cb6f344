import { describe, expect, it } from 'vitest';
import { defaultHeirs } from '../../src/domain/devolution.ts';
import { isWhole } from '../../src/domain/ownership.ts';
import { bare, family, full, usufruct } from './simulated.ts';

type Shape = Parameters<typeof family>[1] & object;

/** Who inherits from `x`, who is dead with `dead`. */
function heirs(shape: Shape, dead: string[] = [], ended: number[] = []) {
  const { unions, parents } = family([], shape);
  const couples = unions.map((union, i) => (ended.includes(i) ? { ...union, end: '2010-01-01' } : union));
  const devolved = defaultHeirs({ unions: couples, parents }, 'x', new Set(['x', ...dead]));
  expect(isWhole(devolved.heirs)).toBe(true);
  return devolved;
}

const married: Shape = { married: [['x', 'spouse']] };

describe('the default devolution', () => {
  it('spouse and descendants: usufruct for her, a third of the bare ownership each for them', () => {
    expect(heirs({ ...married, children: { x: ['c1', 'c2', 'c3'], spouse: ['c1', 'c2'] } })).toEqual({
      rule: 'spouse_and_descendants',
      heirs: [usufruct('spouse'), bare('c1', '1/3'), bare('c2', '1/3'), bare('c3', '1/3')],
    });
  });

  it('a spouse without descendants has everything, parents and siblings or not', () => {
    expect(heirs({ ...married, children: { p: ['x', 'sibling'] } })).toEqual({
      rule: 'spouse',
      heirs: [full('spouse')],
    });
  });

  it('a marriage that has ended, one whose other half is dead, and a cohabitation give nothing', () => {
    const shape = { ...married, children: { x: ['c'] } };
    const alone = { rule: 'descendants', heirs: [full('c')] };
    expect(heirs(shape, [], [0])).toEqual(alone);
    expect(heirs(shape, ['spouse'])).toEqual(alone);
    const cohabiting = family([], shape);
    cohabiting.unions[0]!.kind = 'legal_cohabitation';
    expect(defaultHeirs(cohabiting, 'x', new Set(['x']))).toEqual(alone);
  });

  it('of several marriages the one that lasts counts', () => {
    const shape: Shape = {
      married: [
        ['first', 'x'],
        ['x', 'second'],
      ],
      children: { x: ['c'] },
    };
    expect(heirs(shape, [], [0]).heirs).toEqual([usufruct('second'), bare('c')]);
  });

  it('a dead child is represented by his children, a dead one of those by his', () => {
    // x → c1, c2 (dead) → g1, g2 (dead) → h1, h2: 1/2 and 1/4, and 1/8 each.
    const children = { x: ['c1', 'c2'], c2: ['g1', 'g2'], g2: ['h1', 'h2'] };
    expect(heirs({ children }, ['c2', 'g2'])).toEqual({
      rule: 'descendants',
      heirs: [full('c1', '1/2'), full('g1', '1/4'), full('h1', '1/8'), full('h2', '1/8')],
    });
  });

  it('a dead child without living descendants leaves his part to the others', () => {
    const children = { x: ['c1', 'c2', 'c3'], c3: ['g'] };
    expect(heirs({ children }, ['c3', 'g']).heirs).toEqual([full('c1', '1/2'), full('c2', '1/2')]);
  });

  it('who descends by two lines has both parts', () => {
    // c1 and c2 (both dead) are the parents of g1; c2 alone of g2: g1 1/2 + 1/4, g2 1/4.
    const children = { x: ['c1', 'c2'], c1: ['g1'], c2: ['g1', 'g2'] };
    expect(heirs({ children }, ['c1', 'c2']).heirs).toEqual([full('g1', '3/4'), full('g2', '1/4')]);
  });

  it('parents a quarter each, siblings the rest, half-siblings and a dead sibling’s children too', () => {
    // Half for s1, s2 and s3’s children: a sixth each line.
    const children = { p1: ['x', 's1', 's3'], p2: ['x', 's1', 's2'], s3: ['n1', 'n2'] };
    const rule = 'parents_and_siblings';
    expect(heirs({ children }, ['s3'])).toEqual({
      rule,
      heirs: [
        full('n1', '1/12'),
        full('n2', '1/12'),
        full('p1', '1/4'),
        full('p2', '1/4'),
        full('s1', '1/6'),
        full('s2', '1/6'),
      ],
    });
    expect(heirs({ children: { p1: ['x', 's'], p2: ['x'] } }, ['p2'])).toEqual({
      rule,
      heirs: [full('p1', '1/4'), full('s', '3/4')],
    });
    expect(heirs({ children: { p1: ['x', 's'] } }, ['p1'])).toEqual({ rule, heirs: [full('s')] });
    expect(heirs({ children: { p1: ['x', 's'], p2: ['x'] } }, ['s'])).toEqual({
      rule,
      heirs: [full('p1', '1/2'), full('p2', '1/2')],
    });
  });

  it('more than two parents, by birth and adoption, have half together', () => {
    const children = { p1: ['x', 's'], p2: ['x'], p3: ['x'] };
    expect(heirs({ children }).heirs).toEqual([
      full('p1', '1/6'),
      full('p2', '1/6'),
      full('p3', '1/6'),
      full('s', '1/2'),
    ]);
  });

  it('with nobody left it goes outside the family', () => {
    const children = { p: ['x', 's'], x: ['c'], grandparent: ['p'] };
    expect(heirs({ ...married, children }, ['p', 's', 'c', 'spouse'])).toEqual({
      rule: 'outside',
      heirs: [full(null)],
    });
  });

  it('a circle, which no family has, ends all the same', () => {
    const children = { x: ['c'], c: ['d'], d: ['c', 'x'] };
    expect(heirs({ children }, ['c', 'd']).heirs).toEqual([full(null)]);
  });

  it('sixty generations in which siblings have children together take no time', () => {
    const children: Record<string, string[]> = { x: ['m0', 'f0'] };
    for (let i = 0; i < 60; i++)
      for (const parent of [`m${i}`, `f${i}`]) children[parent] = [`m${i + 1}`, `f${i + 1}`];
    const dead = Array.from({ length: 60 }, (_, i) => [`m${i}`, `f${i}`]).flat();
    expect(heirs({ children }, dead).heirs).toEqual([full('f60', '1/2'), full('m60', '1/2')]);
  });
});
