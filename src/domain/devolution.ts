import Fraction from 'fraction.js';
import type { Owner } from './ownership.ts';
import type { DevolutionRule, Inputs } from './simulation.ts';

type Family = Pick<Inputs, 'unions' | 'parents'>;
/** Persons, each with a part of what is inherited. */
type Parts = Map<string, Fraction>;

/**
 * Who inherits where the assumptions don't say: simple, and no country's whole law.
 * - With a surviving spouse and descendants: the spouse the usufruct, the descendants the bare ownership.
 * - With a spouse alone: the spouse everything. With descendants alone: they everything.
 * - With neither: each living parent a quarter (more than two of them half together), the siblings the rest; without
 *   siblings the parents everything, without parents the siblings. Who shares one parent is a sibling.
 * - With nobody of these: somebody outside the family.
 *
 * A spouse is whose marriage has no end day; other unions don't inherit. Adopted children are children. Children and
 * siblings take equal parts, and one who is dead is represented by his descendants, line by line.
 * @param dead everybody who doesn't inherit: the deceased, and who died before or in the same year
 */
export function defaultHeirs(
  family: Family,
  deceasedId: string,
  dead: ReadonlySet<string>,
): { rule: DevolutionRule; heirs: Owner[] } {
  const kin = kinOf(family, dead);
  const spouses = equally(
    [...new Set(family.unions.flatMap((union) => spouseIn(union, deceasedId)))]
      .filter((id) => !dead.has(id))
      .map((id) => new Map([[id, new Fraction(1)]])),
  );
  const descendants = equally(kin.childrenOf(deceasedId).map(kin.line));
  if (spouses.size > 0 && descendants.size > 0) {
    const heirs = [...owners(spouses, 'usufruct'), ...owners(descendants, 'bare')];
    return { rule: 'spouse_and_descendants', heirs };
  }
  if (spouses.size > 0) return { rule: 'spouse', heirs: owners(spouses, 'full') };
  if (descendants.size > 0) return { rule: 'descendants', heirs: owners(descendants, 'full') };
  const relatives = parentsAndSiblings(kin, deceasedId, dead);
  if (relatives.size > 0) return { rule: 'parents_and_siblings', heirs: owners(relatives, 'full') };
  return { rule: 'outside', heirs: [{ personId: null, form: 'full', share: '1' }] };
}

const spouseIn = ({ kind, end, personIds: [a, b] }: Family['unions'][number], id: string): string[] => {
  if (kind !== 'marriage' || end !== null) return [];
  return a === id ? [b] : b === id ? [a] : [];
};

type Kin = ReturnType<typeof kinOf>;

function kinOf({ parents }: Family, dead: ReadonlySet<string>) {
  const byParent = Map.groupBy(parents, (link) => link.parentId);
  const byChild = Map.groupBy(parents, (link) => link.childId);
  const childrenOf = (id: string) => (byParent.get(id) ?? []).map((link) => link.childId);
  const known = new Map<string, Parts>();
  /** Who stands in a person's place: himself while he lives, else his descendants. */
  const line = (id: string): Parts => {
    if (!dead.has(id)) return new Map([[id, new Fraction(1)]]);
    const before = known.get(id);
    if (before) return before;
    // Empty meanwhile, so that a circle, which no family has, ends.
    known.set(id, new Map());
    const parts = equally(childrenOf(id).map(line));
    known.set(id, parts);
    return parts;
  };
  return {
    childrenOf,
    parentsOf: (id: string) => (byChild.get(id) ?? []).map((link) => link.parentId),
    line,
  };
}

function parentsAndSiblings(kin: Kin, id: string, dead: ReadonlySet<string>): Parts {
  const ofId = kin.parentsOf(id);
  // The deceased is among them, and nobody stands in his place.
  const siblingIds = new Set(ofId.flatMap(kin.childrenOf));
  const living = ofId.filter((parent) => !dead.has(parent));
  const parents = equally(living.map((parent) => new Map([[parent, new Fraction(1)]])));
  const siblings = equally([...siblingIds].map(kin.line));
  if (siblings.size === 0 || parents.size === 0) return parents.size > 0 ? parents : siblings;
  const forParents = new Fraction(Math.min(living.length, 2), 4);
  return together([scaled(parents, forParents), scaled(siblings, new Fraction(1).sub(forParents))]);
}

/** Equal parts for each line in which there is somebody. */
function equally(lines: Parts[]): Parts {
  const inhabited = lines.filter((line) => line.size > 0);
  return together(inhabited.map((line) => scaled(line, new Fraction(1, inhabited.length))));
}

const scaled = (parts: Parts, factor: Fraction): Parts =>
  new Map([...parts].map(([id, part]) => [id, part.mul(factor)]));

/** Somebody who inherits by several lines has what they give him together. */
function together(all: Parts[]): Parts {
  const sum: Parts = new Map();
  for (const parts of all) {
    for (const [id, part] of parts) sum.set(id, part.add(sum.get(id) ?? 0));
  }
  return sum;
}

/** In the order of ids, so that the family's order of entry doesn't matter. */
const owners = (parts: Parts, form: Owner['form']): Owner[] =>
  [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([personId, part]) => ({ personId, form, share: part.toFraction() }));
