import type { Region } from '../../domain/words.ts';
import { writeDay } from './days.ts';
import { eventTypes, regimeTexts } from './event-types.ts';
import {
  type GedcomFamily,
  gedcomFamiliesOf,
  type PersonRow,
  type Tree,
  type UnionRow,
} from './gedcom-families.ts';
import { GedcomText } from './gedcom-text.ts';

type Writing = {
  text: GedcomText;
  xrefs: Map<string, string>;
  /** When people died, which is no divorce. */
  deaths: Map<string, string | null>;
  /** The families that somebody is a child or a partner in. */
  familiesOf: Map<string, { family: GedcomFamily; as: 'child' | 'partner' }[]>;
};

const product = 'Dossier access';

/** A family tree as a GEDCOM file, from which an import makes the same family; without the central marks. */
export function writeGedcom(tree: Tree, version: '7' | '5.5.1'): string {
  const text = new GedcomText(version === '7');
  const families = gedcomFamiliesOf(tree);
  const members = families.flatMap((family) => [
    ...family.children.map(({ id }) => ({ id, family, as: 'child' as const })),
    ...family.partners.map(({ id }) => ({ id, family, as: 'partner' as const })),
  ]);
  const writing: Writing = {
    text,
    xrefs: new Map(tree.persons.map(({ id }, i) => [id, `I${i + 1}`])),
    deaths: new Map(tree.persons.map(({ id, deathDate }) => [id, deathDate])),
    familiesOf: Map.groupBy(members, ({ id }) => id),
  };
  writeHead(text);
  for (const person of tree.persons) writePerson(person, writing);
  for (const family of families) writeFamily(family, writing);
  text.record('TRLR');
  return text.toString();
}

function writeHead(text: GedcomText) {
  text.record('HEAD');
  text.add(1, 'GEDC');
  text.add(2, 'VERS', text.isVersion7 ? '7.0' : '5.5.1');
  if (!text.isVersion7) text.add(2, 'FORM', 'LINEAGE-LINKED');
  if (text.isVersion7) {
    text.add(1, 'SCHMA');
    text.add(2, 'TAG', '_LANG urn:dossier-access:gedcom:language');
  }
  text.add(1, 'SOUR', 'DOSSIER_ACCESS');
  text.add(2, 'NAME', product);
  if (text.isVersion7) return;
  text.point(1, 'SUBM', 'U1');
  text.add(1, 'CHAR', 'UTF-8');
  text.record('SUBM', 'U1');
  text.add(1, 'NAME', product);
}

const regionNames: Record<Region, string> = {
  flanders: 'Flanders',
  wallonia: 'Wallonia',
  brussels: 'Brussels',
};
const countryNames = new Intl.DisplayNames('en', { type: 'region' });

function writePerson(person: PersonRow, { text, xrefs, familiesOf }: Writing) {
  const { id, firstName, lastName, birthDate, deathDate, sex, nationality, country, region, language } =
    person;
  text.record('INDI', xrefs.get(id));
  // The last name stands between slashes; one that is in a name can stand under the line alone.
  const plain = (name: string) => name.replaceAll('/', ' ');
  text.add(1, 'NAME', `${plain(firstName)} /${plain(lastName)}/`);
  text.add(2, 'GIVN', firstName);
  text.add(2, 'SURN', lastName);
  if (sex) text.add(1, 'SEX', sex === 'female' ? 'F' : 'M');
  if (birthDate) writeEvent(text, 'BIRT', birthDate);
  if (deathDate) writeEvent(text, 'DEAT', deathDate);
  if (nationality) text.add(1, 'NATI', nationality);
  if (country) {
    const names = [region && regionNames[region], countryNames.of(country)];
    text.add(1, 'RESI');
    text.add(2, 'ADDR', names.filter(Boolean).join('\n'));
    if (region) text.add(3, 'STAE', regionNames[region]);
    text.add(3, 'CTRY', country);
  }
  if (language) text.add(1, '_LANG', language);
  for (const { family, as } of familiesOf.get(id) ?? []) {
    if (as === 'partner') text.point(1, 'FAMS', family.xref);
    else writeChildhood(text, family, id);
  }
}

function writeChildhood(text: GedcomText, { xref, children }: GedcomFamily, id: string) {
  const child = children.find((one) => one.id === id);
  text.point(1, 'FAMC', xref);
  if (child?.kind === 'adoption') text.add(2, 'PEDI', text.isVersion7 ? 'ADOPTED' : 'adopted');
  if (!child?.adopter) return;
  text.add(1, 'ADOP');
  text.point(2, 'FAMC', xref);
  text.add(3, 'ADOP', child.adopter);
}

function writeFamily({ xref, union, partners, children }: GedcomFamily, { text, xrefs, deaths }: Writing) {
  text.record('FAM', xref);
  for (const { id, role } of partners) text.point(1, role, xrefs.get(id)!);
  for (const { id, adopter } of children) {
    text.point(1, 'CHIL', xrefs.get(id)!);
    // What programs of version 5.5.1 say of each parent, and understand.
    if (adopter && !text.isVersion7) {
      text.add(2, '_FREL', adopter === 'HUSB' ? 'Adopted' : 'Natural');
      text.add(2, '_MREL', adopter === 'WIFE' ? 'Adopted' : 'Natural');
    }
  }
  if (union) {
    const isWidowed = partners.some(({ id }) => deaths.get(id) === union.end);
    writeUnion(text, union, isWidowed);
  } else if (partners.length === 2) writeEvent(text, 'EVEN', null, eventTypes.noUnion);
}

function writeUnion(text: GedcomText, { kind, regime, start, end }: UnionRow, isWidowed: boolean) {
  if (kind === 'marriage' && !start) text.add(1, 'MARR', 'Y');
  else if (kind === 'marriage') writeEvent(text, 'MARR', start);
  else if (kind === 'legal_cohabitation') writeEvent(text, 'EVEN', start, eventTypes.legalCohabitation);
  else writeEvent(text, 'EVEN', start, eventTypes.cohabitation);
  if (end && kind === 'marriage' && !isWidowed) writeEvent(text, 'DIV', end);
  else if (end) writeEvent(text, 'EVEN', end, eventTypes.end);
  if (!regime) return;
  text.add(1, text.isVersion7 ? 'FACT' : 'EVEN', regimeTexts[regime]);
  text.add(2, 'TYPE', eventTypes.regime);
}

function writeEvent(text: GedcomText, tag: string, day: string | null, type?: string) {
  text.add(1, tag);
  if (type) text.add(2, 'TYPE', type);
  if (day) text.add(2, 'DATE', writeDay(day));
}
