import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { allows } from '../../domain/capabilities.ts';
import { useDossier } from '../dossiers/use-dossier.ts';
import { GedcomMenu } from '../gedcom/gedcom-menu.tsx';
import { Empty } from '../shell/empty.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { FamilyTree } from '../tree/family-tree.tsx';
import { PersonCard } from '../tree/person-card.tsx';
import { useAbout } from '../tree/use-about.ts';
import { useTreeOrList } from '../tree/use-tree-or-list.tsx';
import { type Dialog, FamilyDialogs } from './family-dialogs.tsx';
import { FamilyList } from './family-list.tsx';
import { useFamily } from './use-family.ts';

const sizes = { width: 168, height: 72, gap: { x: 20, y: 28 } };

/** The family structure of a dossier, as a tree or a list; who may write changes it from a person's card (R7, R18). */
export function Family() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const { data: dossier } = useDossier();
  const { data: family, error } = useFamily(d);
  const about = useAbout(family);
  const [view, viewSwitch] = useTreeOrList('family', 'tree');
  const [shown, setShown] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const personOf = useMemo(() => new Map(family?.persons.map((person) => [person.id, person])), [family]);
  const open = useCallback((id: string) => () => setShown(id), []);
  const card = useCallback(
    (id: string) => <PersonCard person={personOf.get(id)!} about={about.get(id) ?? ''} onOpen={open(id)} />,
    [personOf, about, open],
  );
  if (error) return <ProblemAlert error={error} />;
  if (!family || !dossier) return null;
  const mayWrite = allows(dossier.me.capabilities, 'family', 'write');
  const isManager = dossier.me.roles.some(({ name }) => name === 'manager');
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog({ kind: 'add' })}>
      {t('family.addPerson')}
    </Button>
  );
  return (
    <Stack py="md">
      <Group justify="space-between">
        {viewSwitch}
        <Group gap="xs">
          <GedcomMenu dossierId={d} mayImport={mayWrite} />
          {family.persons.length > 0 && add}
        </Group>
      </Group>
      {family.persons.length === 0 ? (
        <Empty text={t(mayWrite ? 'family.emptyWriting' : 'family.empty')}>{add}</Empty>
      ) : view === 'tree' ? (
        <FamilyTree family={family} sizes={sizes} about={about} card={card} onOpen={open} />
      ) : (
        <FamilyList family={family} about={about} onShow={setShown} />
      )}
      <FamilyDialogs
        dossierId={d}
        family={family}
        mayWrite={mayWrite}
        mayMark={isManager}
        shown={(shown && personOf.get(shown)) || null}
        dialog={dialog}
        onShow={setShown}
        onDialog={setDialog}
      />
    </Stack>
  );
}
