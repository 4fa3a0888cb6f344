import { box, type Drawing, heading, section } from './parts.ts';
import { type Row, table } from './table.ts';
import { personBox } from './tree.ts';

/** The persons and the unions as lists; before them who has no relative in the family tree. */
export function familyLists(drawing: Drawing, frame: { id: string; title: string }, alone: string[]) {
  const { texts, data, format, nameOf } = drawing;
  const words = texts.family;
  const day = (iso: string | null) => (iso ? format.day(iso) : '');
  const place = (country: string | null) => (country ? format.country(country) : '');
  const persons = data.persons.map(
    (one): Row => ({
      cells: [
        nameOf(one.id),
        day(one.birthDate),
        day(one.deathDate),
        place(one.nationality),
        [one.region && words.regions[one.region], place(one.country)].filter(Boolean).join(', '),
      ],
    }),
  );
  const unions = data.unions.map(
    ({ personIds, kind, regime, start, end }): Row => ({
      cells: [
        personIds.map(nameOf).join('\n'),
        words.kind[kind],
        regime ? words.regimes[regime] : '',
        day(start),
        day(end),
      ],
    }),
  );
  return section(
    drawing,
    frame,
    ...(alone.length > 0
      ? [
          heading(words.alone),
          box(
            { flexDirection: 'row', flexWrap: 'wrap', gap: 8 },
            ...alone.map((id) => personBox(drawing, id, 1)),
          ),
        ]
      : []),
    table(
      frame.title === words.persons && alone.length === 0 ? null : words.persons,
      [
        { title: words.name, width: 34 },
        { title: words.born, width: 14 },
        { title: words.died, width: 14 },
        { title: words.nationality, width: 16 },
        { title: words.domicile, width: 22 },
      ],
      persons,
    ),
    ...(unions.length > 0
      ? [
          table(
            words.unions,
            [
              { title: words.couple, width: 32 },
              { title: words.union, width: 20 },
              { title: words.regime, width: 22 },
              { title: words.since, width: 13 },
              { title: words.until, width: 13 },
            ],
            unions,
          ),
        ]
      : []),
  );
}
