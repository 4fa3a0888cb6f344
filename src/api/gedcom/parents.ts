import type { ParentKind } from '../../domain/words.ts';
import { type Family, type PartnerRole, pointedTo } from './families.ts';
import { xrefOf } from './left-out.ts';
import type { Reading } from './reading.ts';
import type { Structure } from './structure.ts';

/** A link between a child and a parent of a file, as the family tree would have it. */
export type FileLink = { childXref: string; parentXref: string; kind: ParentKind };

/** All that a file says of a child in a family. */
type Childhood = {
  child: Structure;
  family: Family;
  /** The line of the family, and the line of the child. */
  chil: Structure | null;
  famc: Structure | null;
  /** Which of the partners adopted him: `husb`, `wife` or `both`; null where nothing says so. */
  adopters: string | null;
};

/**
 * The links between children and their parents: birth, unless the file says adoption; what is neither (foster
 * children, stepchildren, disproven links) is left out. Somebody's parent by birth isn't his adoptive parent too.
 */
export function readParents(families: Family[], reading: Reading): FileLink[] {
  const links = new Map<string, FileLink>();
  for (const childhood of childhoodsIn(families, reading)) {
    const { child, family, famc, chil } = childhood;
    const kinds = family.partners.map(({ person, role }) => ({ person, kind: kindOf(childhood, role) }));
    if (kinds.some(({ kind }) => kind === 'other'))
      reading.leftOut.add('other_parenthood', child, (famc ?? chil)!);
    for (const { person, kind } of kinds) {
      if (kind === 'other' || kind === 'none') continue;
      const [childXref, parentXref] = [xrefOf(child), xrefOf(person)];
      const key = `${childXref} ${parentXref}`;
      const known = links.get(key);
      if (!known) links.set(key, { childXref, parentXref, kind });
      else if (kind === 'birth') known.kind = kind;
    }
  }
  const adopted = new Set(
    [...links.values()].filter(({ kind }) => kind === 'adoption').map((link) => link.childXref),
  );
  for (const person of reading.file.persons) {
    const event = person.part('ADOP');
    if (event && !adopted.has(xrefOf(person))) reading.leftOut.add('unclear_adoption', person, event);
  }
  return [...links.values()];
}

/** Every child of every family, whichever of the two points to the other. */
function childhoodsIn(families: Family[], reading: Reading): Childhood[] {
  const familyOf = new Map(families.map((family) => [family.record, family]));
  const childhoods = new Map<Structure, Map<Structure, Childhood>>();
  const childhoodOf = (child: Structure, family: Family) => {
    const his = childhoods.get(child) ?? new Map<Structure, Childhood>();
    childhoods.set(child, his);
    const known = his.get(family.record) ?? { child, family, chil: null, famc: null, adopters: null };
    his.set(family.record, known);
    return known;
  };
  for (const family of families) {
    for (const { person, line } of family.children) childhoodOf(person, family).chil ??= line;
  }
  for (const person of reading.file.persons) {
    for (const famc of person.all('FAMC')) {
      const record = pointedTo(famc, 'FAM', reading);
      if (record) childhoodOf(person, familyOf.get(record)!).famc ??= famc;
    }
    for (const event of person.all('ADOP')) {
      event.isUsed = true;
      const famc = event.part('FAMC');
      const record = famc && pointedTo(famc, 'FAM', reading);
      if (record) childhoodOf(person, familyOf.get(record)!).adopters = famc.take('ADOP')?.word || 'both';
    }
    for (const fams of person.all('FAMS')) {
      const record = pointedTo(fams, 'FAM', reading);
      fams.isUsed = !record || familyOf.get(record)!.partners.some((partner) => partner.person === person);
    }
  }
  return [...childhoods.values()].flatMap((his) => [...his.values()]);
}

/** What one of the partners of his family is to a child; `none`: the other one alone adopted him. */
function kindOf({ chil, famc, adopters }: Childhood, role: PartnerRole): ParentKind | 'other' | 'none' {
  if (famc?.take('STAT')?.word === 'disproven') return 'other';
  const tag = role === 'HUSB' ? '_FREL' : '_MREL';
  const own = chil?.take(tag) ?? famc?.take(tag);
  if (own) return kindOfWord(own.word);
  const pedigree = kindOfWord(famc?.take('PEDI')?.word ?? '');
  if (adopters === null) return famc || chil ? pedigree : 'adoption';
  if (adopters === 'both' || adopters === role.toLowerCase()) return 'adoption';
  return pedigree === 'adoption' || !(famc || chil) ? 'none' : pedigree;
}

function kindOfWord(word: string): ParentKind | 'other' {
  if (/^adopt/.test(word)) return 'adoption';
  return ['', 'birth', 'natural', 'biological', 'unknown', 'private'].includes(word) ? 'birth' : 'other';
}
