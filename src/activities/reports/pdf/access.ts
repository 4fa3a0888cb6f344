import type { ReactNode } from 'react';
import type { ReportAccess } from '../report-data.ts';
import { type Drawing, heading, paragraph, section } from './parts.ts';
import { type Row, table } from './table.ts';

/** Who has access: the team, the family, the advisors (R17). */
export function access(drawing: Drawing, { teamMode, members, lines }: ReportAccess) {
  const { texts, data } = drawing;
  const words = texts.access;
  const team: Row[] = [
    { cells: [data.managerName, words.managerRole] },
    ...members.map(({ name, role }) => ({ cells: [name, role === 'admin' ? words.admin : words.member] })),
  ];
  return section(
    drawing,
    { id: 'access', title: words.title },
    paragraph(words.note),
    teamMode === 'all' ? paragraph(words.wholeTeam) : null,
    table(
      words.team,
      [
        { title: words.name, width: 55 },
        { title: words.capacity, width: 45 },
      ],
      team,
    ),
    ...parties(
      drawing,
      words.family,
      lines.filter((line) => line.party.kind === 'person'),
    ),
    ...parties(
      drawing,
      words.advisors,
      lines.filter((line) => line.party.kind === 'advisor'),
    ),
  );
}

function parties({ texts, format }: Drawing, title: string, lines: ReportAccess['lines']): ReactNode[] {
  const words = texts.access;
  const capacity = ({ party }: ReportAccess['lines'][number]) => {
    if (party.kind === 'advisor') return words.advisor[party.type];
    if (party.central === null) return words.relative;
    return party.central === 'holder' ? texts.holder : texts.coHolder;
  };
  const rightOf = ({ right, until }: ReportAccess['lines'][number]) => {
    const level = right === 'read_write' ? words.readWrite : words.readOnly;
    return until ? `${level}, ${words.until} ${format.day(until)}` : level;
  };
  if (lines.length === 0) return [heading(title, 20), paragraph(words.nobody)];
  const rows = lines.map(
    (line): Row => ({
      cells: [
        `${line.firstName} ${line.lastName}`,
        capacity(line),
        rightOf(line),
        line.openedAt ? format.day(line.openedAt) : words.notOpened,
      ],
    }),
  );
  const columns = [
    { title: words.name, width: 32 },
    { title: words.capacity, width: 28 },
    { title: words.right, width: 20 },
    { title: words.since, width: 20 },
  ];
  return [table(title, columns, rows)];
}
