import type { Regime, UnionKind } from '../../domain/words.ts';
import { readDay } from './days.ts';
import { eventTypes, kindOfType, regimeOf } from './event-types.ts';
import { xrefOf } from './left-out.ts';
import { lastYearOf, readDate } from './persons.ts';
import type { Reading } from './reading.ts';
import type { Structure } from './structure.ts';

/** A union of a file, as the family tree would have it: `xref` names its family, `personXrefs` the two. */
export type FileUnion = {
  xref: string;
  personXrefs: [string, string];
  kind: UnionKind;
  regime: Regime | null;
  start: string | null;
  end: string | null;
};

/** What else the file says of a union, for its rules: the last year that it speaks of. */
export type Fate = { lastYear: number | null };

/** Something that begins or ends a union, or says that there is none. */
type Step = { event: Structure; is: UnionKind | 'end' | 'none' };
type Course = { start: Step | null; end: Step | null };

/**
 * The unions of the partners of a family: several where they parted and came together again. A family that says
 * nothing of how they live together is taken for a cohabitation, from which no rights follow.
 */
export function readUnions(family: Structure, partners: string[], reading: Reading): (FileUnion & Fate)[] {
  const steps = family.all('MARR', 'DIV', 'ANUL', 'EVEN').flatMap(stepOf);
  const starts = steps.filter(isStart);
  const [a, b] = partners;
  if (!a || !b) {
    if (a && starts[0]) reading.leftOut.add('unknown_partner', family, starts[0].event);
    return [];
  }
  const none = steps.find(({ is }) => is === 'none');
  if (none && starts.length === 0) {
    use(none.event);
    return [];
  }
  if (steps.length === 0) reading.leftOut.add('unknown_union', family, family);
  const regime = readRegime(family);
  const lastYear = lastYearOf(family, ['MARR', 'DIV', 'ANUL', 'EVEN']);
  return coursesOf(steps, starts).flatMap(({ start, end }, i) => {
    const endsOn = end && readEnd(family, use(end.event), reading);
    if (end && !endsOn) return [];
    return {
      xref: xrefOf(family),
      personXrefs: [a, b],
      kind: start ? (start.is as UnionKind) : end ? 'marriage' : 'cohabitation',
      regime: i === 0 ? regime : null,
      start: start ? readDate(family, use(start.event), reading) : null,
      end: endsOn,
      lastYear,
    };
  });
}

function stepOf(event: Structure): Step[] {
  const type = event.part('TYPE')?.word ?? '';
  const is = (what: Step['is'] | null) => (what && event.word !== 'n' ? [{ event, is: what }] : []);
  if (event.tag === 'MARR') return is(kindOfType(type) ?? 'marriage');
  if (event.tag !== 'EVEN' || type === eventTypes.end.toLowerCase()) return is('end');
  return is(type === eventTypes.noUnion.toLowerCase() ? 'none' : kindOfType(type));
}

const isStart = ({ is }: Step) => is !== 'end' && is !== 'none';
const strongest: Step['is'][] = ['marriage', 'legal_cohabitation', 'cohabitation'];

/** What belongs together of the steps: of a civil and a religious wedding the first counts, and a marriage before all else. */
function coursesOf(steps: Step[], starts: Step[]): Course[] {
  const ends = steps.filter(({ is }) => is === 'end');
  if (starts.length < 2 || ends.length === 0) {
    const [start = null] = starts.toSorted((a, b) => strongest.indexOf(a.is) - strongest.indexOf(b.is));
    return [{ start, end: ends[0] ?? null }];
  }
  const courses: Course[] = [];
  for (const step of inTime(steps)) {
    const last = courses.at(-1);
    if (isStart(step) && (!last || last.end)) courses.push({ start: step, end: null });
    else if (step.is === 'end' && last && !last.end) last.end = step;
  }
  return courses;
}

/** By their days where all are known, otherwise as they stand in the file; a start comes before an end of that day. */
function inTime(steps: Step[]): Step[] {
  const dated = steps.map((step) => {
    const read = readDay(step.event.part('DATE')?.text ?? '');
    return { step, day: 'day' in read ? read.day : null };
  });
  if (dated.some(({ day }) => day === null)) return steps;
  return dated.toSorted((a, b) => (a.day! < b.day! ? -1 : a.day! > b.day! ? 1 : 0)).map(({ step }) => step);
}

function readEnd(family: Structure, event: Structure, { leftOut }: Reading): string | null {
  const read = readDay(event.take('DATE')?.text ?? '');
  if ('day' in read) return read.day;
  leftOut.add('ended_union', family, event);
  return null;
}

function readRegime(family: Structure): Regime | null {
  const event = family
    .all('EVEN', 'FACT')
    .find((one) => one.part('TYPE')?.word === eventTypes.regime.toLowerCase() && regimeOf(one.word));
  return event ? regimeOf(use(event).word) : null;
}

function use(event: Structure): Structure {
  event.isUsed = true;
  if (event.tag !== 'MARR' || kindOfType(event.part('TYPE')?.word ?? '')) event.take('TYPE');
  return event;
}
