import type { Reading } from './reading.ts';
import type { Structure } from './structure.ts';

/** What a partner is called in a family: in GEDCOM 7 `HUSB` and `WIFE` say nothing of the sex. */
export type PartnerRole = 'HUSB' | 'WIFE';
/** A family of a file, with those of its partners and children who are in the file. */
export type Family = {
  record: Structure;
  partners: { person: Structure; role: PartnerRole }[];
  children: { person: Structure; line: Structure }[];
};

/** The families of a file. Pointers to nobody are errors, but for the one that stands for somebody unknown. */
export function readFamilies(reading: Reading): Family[] {
  return reading.file.families.map((record) => {
    const partners = new Map<Structure, PartnerRole>();
    for (const line of record.all('HUSB', 'WIFE')) {
      const person = pointedTo(line, 'INDI', reading);
      if (person && !partners.has(person)) {
        if (partners.size === 2) reading.leftOut.add('third_partner', record, line);
        else partners.set(person, line.tag as PartnerRole);
      }
    }
    const children = record.all('CHIL').flatMap((line) => {
      const person = pointedTo(line, 'INDI', reading);
      return person ? [{ person, line }] : [];
    });
    return {
      record,
      partners: [...partners].map(([person, role]) => ({ person, role })),
      children,
    };
  });
}

/** The record that a line points to; null for an unknown one (`@VOID@`, or nothing at all) and for a wrong one. */
export function pointedTo(line: Structure, tag: 'INDI' | 'FAM', { file, errors }: Reading): Structure | null {
  line.isUsed = true;
  const { pointer } = line;
  if (pointer === 'VOID' || line.word === '') return null;
  if (pointer === null) errors.add(line.line, 'not_a_pointer');
  else if (!file.records.has(pointer)) errors.add(line.line, 'dangling_pointer');
  else {
    const record = file.records.get(pointer);
    if (record?.tag === tag) return record;
    errors.add(line.line, 'wrong_record');
  }
  return null;
}
