import type { Structure } from './structure.ts';
import { count, type GedcomFile } from './structures.ts';

export const leftOutCodes = [
  /** A date that isn't one whole day: `ABT 1850`, a year alone. */
  'imprecise_date',
  /** A day before the year 1000 or after 2999. */
  'implausible_date',
  /** Somebody is dead, but not since a day that is known, or has come: without a date of death he lives here. */
  'death_without_day',
  /** A union that ended, but not on a day that is known: without an end it would last here, so that it is left out. */
  'ended_union',
  /** A first or last name is missing: a question mark stands in its place. */
  'name_incomplete',
  /** A title before the name, an addition after it, or control characters in it. */
  'name_part',
  /** A sex that is neither `F`, `M` nor unknown. */
  'other_sex',
  /** A nationality or a country that isn't recognized. */
  'unknown_country',
  /** Two partners of whom the file doesn't say how they live together: a cohabitation. */
  'unknown_union',
  /** A marriage to somebody who isn't in the file. */
  'unknown_partner',
  /** A third partner of one family. */
  'third_partner',
  /** A foster child, a stepchild or another link that is neither birth nor adoption. */
  'other_parenthood',
  /** Adopted, but the file doesn't say by whom. */
  'unclear_adoption',
  /** Lines of text that were broken off from the note before them. */
  'broken_note',
  /** Lines and records that nothing here has a place for, such as notes and sources: how many, by tag. */
  'no_place',
] as const;

/** Something of a file that isn't carried over: of which record, on which line; null for what is counted together. */
export type LeftOut = {
  code: (typeof leftOutCodes)[number];
  xref: string | null;
  line: number | null;
  tag: string | null;
  count: number;
};

/** How much is listed one by one; what is more is counted by code. */
const mostEntries = 20_000;
/** How many kinds of `no_place` are listed apart, the most frequent first; the others are one entry. */
const mostTags = 100;

/** Gathers what isn't carried over. */
export class LeftOutList {
  private readonly entries: LeftOut[] = [];
  private readonly more = new Map<LeftOut['code'], number>();

  add(code: LeftOut['code'], record: Structure, { line, tag }: Structure): void {
    if (this.entries.length === mostEntries) this.more.set(code, (this.more.get(code) ?? 0) + 1);
    else this.entries.push({ code, xref: xrefOf(record), line, tag, count: 1 });
  }

  /** All of it, once everything was read that is read. */
  of(file: GedcomFile): LeftOut[] {
    const byTag = new Map(file.unread);
    for (const record of [...file.persons, ...file.families]) countUnused(record, byTag);
    const counts = [...byTag].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const others = counts.splice(mostTags).reduce((sum, [, n]) => sum + n, 0);
    const counted = [
      ...[...this.more].map(([code, count]) => ({ code, line: null, tag: null, count })),
      {
        code: 'broken_note' as const,
        line: file.brokenLines[0] ?? null,
        tag: 'NOTE',
        count: file.brokenLines.length,
      },
      ...counts.map(([tag, count]) => ({ code: 'no_place' as const, line: null, tag, count })),
      { code: 'no_place' as const, line: null, tag: null, count: others },
    ];
    return [
      ...this.entries,
      ...counted.filter((entry) => entry.count > 0).map((entry) => ({ ...entry, xref: null })),
    ];
  }
}

function countUnused({ parts }: Structure, byTag: Map<string, number>) {
  for (const part of parts) {
    if (part.isUsed) countUnused(part, byTag);
    else if (part.tag !== 'CONC' && part.tag !== 'CONT') count(byTag, part.tag);
  }
}

/** How answers name a record: by its cross-reference where that is a plain one, by its line otherwise. */
export const xrefOf = ({ xref, line }: Structure): string =>
  xref !== null && /^[\w-]{1,40}$/.test(xref) ? xref : `line ${line}`;
