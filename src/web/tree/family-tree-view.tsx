import { useCallback, useMemo } from 'react';
import type { TreeSizes } from '../../domain/tree-layout.ts';
import type { Line } from '../access-rights/use-lines.ts';
import { useFamily } from '../family/use-family.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { AccessMark } from './access-mark.tsx';
import { FamilyTree } from './family-tree.tsx';
import { PersonCard } from './person-card.tsx';
import { useAbout } from './use-about.ts';

type Props = { dossierId: string; lines: Line[]; onEdit: (line: Line) => void };

const sizes: TreeSizes = { width: 204, height: 122, gap: { x: 20, y: 30 } };

/** The family tree with each person's access on the card; a card that the reader may change opens its dialog. */
export function FamilyTreeView({ dossierId, lines, onEdit }: Props) {
  const { data: family, error } = useFamily(dossierId);
  const about = useAbout(family);
  const lineOf = useMemo(() => new Map(lines.map((line) => [line.party.id, line])), [lines]);
  const personOf = useMemo(() => new Map(family?.persons.map((person) => [person.id, person])), [family]);
  const open = useCallback(
    (id: string) => {
      const line = lineOf.get(id);
      const mayEdit = line?.actions.some((action) => action !== 'resend');
      return line && mayEdit ? () => onEdit(line) : undefined;
    },
    [lineOf, onEdit],
  );
  const card = useCallback(
    (id: string) => {
      const line = lineOf.get(id);
      return (
        <PersonCard person={personOf.get(id)!} about={about.get(id) ?? ''} onOpen={open(id)}>
          {line && <AccessMark line={line} />}
        </PersonCard>
      );
    },
    [lineOf, personOf, about, open],
  );
  if (error) return <ProblemAlert error={error} />;
  if (!family) return null;
  return <FamilyTree family={family} sizes={sizes} about={about} card={card} onOpen={open} />;
}
