import type { readTree } from '../../db/queries/family.ts';
import type { PartnerRole } from './families.ts';

export type Tree = Awaited<ReturnType<typeof readTree>>;
export type PersonRow = Tree['persons'][number];
export type UnionRow = Tree['unions'][number];
type Link = Tree['parents'][number];

/** A family as GEDCOM has it: a union, or parents without one, with their children. */
export type GedcomFamily = {
  xref: string;
  union: UnionRow | null;
  partners: { id: string; role: PartnerRole }[];
  children: GedcomChild[];
};
/** A child of a family by birth or by adoption; `adopter` is the one who adopted him, where the other one didn't. */
export type GedcomChild = { id: string; kind: Link['kind']; adopter: PartnerRole | null };

/** The families that say the same as a tree: one for each union, and as few others as the children need. */
export function gedcomFamiliesOf({ persons, unions, parents }: Tree): GedcomFamily[] {
  const families = new Families(persons);
  for (const union of unions) families.add(union.personIds, union);
  const linksOf = Map.groupBy(parents, (link) => link.childId);
  for (const { id } of persons) placeChild(id, linksOf.get(id) ?? [], families);
  return families.all;
}

function placeChild(id: string, links: Link[], families: Families): void {
  const ids = (kind: Link['kind']) => links.filter((link) => link.kind === kind).map((link) => link.parentId);
  const [births, adopters] = [ids('birth'), ids('adoption')];
  const take = (which: (adopter: string) => boolean) => {
    const at = adopters.findIndex(which);
    return at < 0 ? undefined : adopters.splice(at, 1)[0];
  };
  const place = (kind: Link['kind'], parentIds: string[], adopterId?: string | undefined) => {
    const { partners, children } = families.of(parentIds);
    const adopter = partners.find((partner) => partner.id === adopterId)?.role ?? null;
    children.push({ id, kind, adopter });
  };

  const [parent, other, ...more] = births;
  if (parent && other) place('birth', [parent, other]);
  else if (parent) {
    const stepParent = take((adopter) => families.haveUnion(parent, adopter));
    place('birth', stepParent ? [parent, stepParent] : [parent], stepParent);
  }
  for (const one of more) place('birth', [one]);
  for (let one = adopters.shift(); one; one = adopters.shift()) {
    const adopter = one;
    const second = take((another) => families.haveUnion(adopter, another));
    const partner = second ?? births.find((birth) => families.haveUnion(adopter, birth));
    place('adoption', partner ? [adopter, partner] : [adopter], partner && !second ? adopter : undefined);
  }
}

/** The families so far; of a couple with several unions, the first one has the children. */
class Families {
  readonly all: GedcomFamily[] = [];
  private readonly byPartners = new Map<string, GedcomFamily>();
  private readonly sexes: Map<string, PersonRow['sex']>;

  constructor(persons: PersonRow[]) {
    this.sexes = new Map(persons.map(({ id, sex }) => [id, sex]));
  }

  add(ids: string[], union: UnionRow | null): GedcomFamily {
    const xref = `F${this.all.length + 1}`;
    const family: GedcomFamily = { xref, union, partners: this.rolesOf(ids), children: [] };
    this.all.push(family);
    if (!this.byPartners.has(keyOf(ids))) this.byPartners.set(keyOf(ids), family);
    return family;
  }

  of(ids: string[]): GedcomFamily {
    return this.byPartners.get(keyOf(ids)) ?? this.add(ids, null);
  }

  haveUnion(a: string, b: string): boolean {
    return Boolean(this.byPartners.get(keyOf([a, b]))?.union);
  }

  /** In version 5.5.1 a wife is a woman; who is called what in a couple of one sex says nothing. */
  private rolesOf([a, b]: string[]): GedcomFamily['partners'] {
    const isWife = (id: string) => this.sexes.get(id) === 'female';
    if (!b) return [{ id: a!, role: isWife(a!) ? 'WIFE' : 'HUSB' }];
    const [husband, wife] = isWife(a!) && !isWife(b) ? [b, a!] : [a!, b];
    return [
      { id: husband, role: 'HUSB' },
      { id: wife, role: 'WIFE' },
    ];
  }
}

const keyOf = (ids: string[]) => ids.toSorted().join(' ');
