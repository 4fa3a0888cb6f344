import { expect, test } from 'vitest';
import { addedFlaws, type FlawReason, flawsOf, type Tree } from '../../src/domain/family-tree.ts';

const flawed = (tree: Tree, reason: FlawReason) =>
  flawsOf(tree)
    .filter((flaw) => flaw.reason === reason)
    .map((flaw) => flaw.of);
const tree = (parts: Partial<Tree>): Tree => ({ persons: [], unions: [], parents: [], ...parts });
const person = (id: string, birthDate: string | null = null, deathDate: string | null = null) => ({
  id,
  birthDate,
  deathDate,
});
const marriage = (
  id: string,
  personIds: [string, string],
  start: string | null,
  end: string | null = null,
) => ({
  id,
  personIds,
  kind: 'marriage' as const,
  start,
  end,
});
const overlaps = (persons: Tree['persons'], ...unions: Tree['unions']) =>
  flawed(tree({ persons, unions }), 'overlapping_marriages');
const parent = (id: string, childId: string, parentId: string) => ({
  id,
  childId,
  parentId,
  kind: 'birth' as const,
});

test('a child is younger than a grandparent also where the parent’s birth isn’t known', () => {
  const persons = [person('grandmother', '1950-05-05'), person('mother'), person('child', '1950-05-05')];
  const parents = [parent('1', 'child', 'mother'), parent('2', 'mother', 'grandmother')];
  expect(flawsOf(tree({ persons, parents }))).toEqual([
    { reason: 'born_before_parent', of: '1', personIds: ['child', 'mother'] },
  ]);
  persons[2]!.birthDate = '1950-05-06';
  expect(flawsOf(tree({ persons, parents }))).toEqual([]);
});

test('two links that each close a circle are two flaws', () => {
  const before = tree({ parents: [parent('1', 'b', 'a'), parent('2', 'a', 'b')] });
  const after = tree({ parents: [...before.parents, parent('3', 'c', 'b'), parent('4', 'b', 'c')] });
  expect(addedFlaws(before, after).map((flaw) => flaw.of)).toEqual(['3', '4']);
});

test.each<[string, Tree['persons'], Tree['unions'], string[]]>([
  [
    'two marriages that last',
    [],
    [marriage('1', ['a', 'b'], '1990-01-01'), marriage('2', ['a', 'c'], '2000-01-01')],
    ['1', '2'],
  ],
  [
    'two marriages that last, whenever they began',
    [],
    [marriage('1', ['a', 'b'], null), marriage('2', ['c', 'a'], null)],
    ['1', '2'],
  ],
  [
    'the same marriage twice',
    [],
    [marriage('1', ['a', 'b'], '1990-01-01'), marriage('2', ['b', 'a'], '1990-01-01')],
    ['1', '1', '2', '2'],
  ],
  [
    'one that began when another had ended that day',
    [],
    [marriage('1', ['a', 'b'], '1990-01-01', '2000-01-01'), marriage('2', ['a', 'c'], '2000-01-01')],
    [],
  ],
  [
    'one that began the day before another ended',
    [],
    [marriage('1', ['a', 'b'], '1990-01-01', '2000-01-01'), marriage('2', ['a', 'c'], '1999-12-31')],
    ['1', '2'],
  ],
  [
    'one that began after the death of the spouse before',
    [person('b', null, '2000-01-01')],
    [marriage('1', ['a', 'b'], '1990-01-01'), marriage('2', ['a', 'c'], '2000-01-01')],
    [],
  ],
  [
    'one that began before it',
    [person('b', null, '2000-01-01')],
    [marriage('1', ['a', 'b'], '1990-01-01'), marriage('2', ['a', 'c'], '1999-12-31')],
    ['1', '2'],
  ],
  [
    'the widow’s second, of which only the end is known',
    [person('b', null, '2000-01-01')],
    [marriage('1', ['a', 'b'], null), marriage('2', ['a', 'c'], null, '2010-01-01')],
    [],
  ],
  [
    'two of a dead man, when the first ended isn’t known',
    [person('a', null, '1900-01-01')],
    [marriage('1', ['a', 'b'], '1850-01-01'), marriage('2', ['a', 'c'], '1870-01-01')],
    [],
  ],
  [
    'two of a dead man, one while the other lasted',
    [person('a', null, '1900-01-01')],
    [marriage('1', ['a', 'b'], '1850-01-01', '1880-01-01'), marriage('2', ['a', 'c'], '1870-01-01')],
    ['1', '2'],
  ],
  [
    'one that ended the day it began, within another',
    [],
    [marriage('1', ['a', 'b'], '1990-01-01'), marriage('2', ['a', 'c'], '1995-01-01', '1995-01-01')],
    ['1', '2'],
  ],
  [
    'one that ended the day it began, before another began that day',
    [],
    [marriage('1', ['a', 'b'], '1990-01-01', '1990-01-01'), marriage('2', ['a', 'c'], '1990-01-01')],
    [],
  ],
])('marriages: %s', (_, persons, unions, expected) => {
  expect(overlaps(persons, ...unions).sort()).toEqual(expected);
});

test('a marriage and a cohabitation may overlap', () => {
  const cohabitation = { ...marriage('2', ['a', 'c'], '1990-01-01'), kind: 'cohabitation' as const };
  expect(overlaps([], marriage('1', ['a', 'b'], '1990-01-01'), cohabitation)).toEqual([]);
});

test('a line of 50,000 generations has no flaw; closed to a circle, each link is one', () => {
  const parents = Array.from({ length: 50_000 }, (_, i) => parent(`l${i}`, `p${i}`, `p${i + 1}`));
  const persons = [person('p0', '2000-01-01'), person('p50000', '1000-01-01')];
  expect(flawsOf(tree({ persons, parents }))).toEqual([]);
  expect(flawsOf(tree({ persons, parents: parents.toReversed() }))).toEqual([]);
  const circle = [...parents, parent('last', 'p50000', 'p0')];
  expect(flawed(tree({ parents: circle }), 'own_ancestor')).toHaveLength(50_001);
  persons[1]!.birthDate = '2000-01-01';
  expect(flawed(tree({ persons, parents }), 'born_before_parent')).toEqual(['l0']);
});

test('50,000 marriages of one person are judged at once', () => {
  const unions = Array.from({ length: 50_000 }, (_, i) => marriage(`u${i}`, ['a', `b${i}`], '1990-01-01'));
  expect(overlaps([], ...unions)).toHaveLength(50_000);
});
