import { Alert, Box, Group, Loader, Stack, Title, VisuallyHidden } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AddAdvisor } from '../advisors/add-advisor.tsx';
import { useDossier } from '../dossiers/use-dossier.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useTreeOrList } from '../tree/use-tree-or-list.tsx';
import { LineGroup } from './line-group.tsx';
import { type Filter, filtered, LinesFilter } from './lines-filter.tsx';
import { ManagerTools } from './manager-tools.tsx';
import { type Line, useLines } from './use-lines.ts';

const FamilyTreeView = lazy(async () => ({
  default: (await import('../tree/family-tree-view.tsx')).FamilyTreeView,
}));

const RightDialog = lazy(async () => ({ default: (await import('./right-dialog.tsx')).RightDialog }));

/** So many lines are seen at a glance; more are searched. */
const glance = 10;

/** The tab of access rights: everybody of the family tree, and the advisors, with the access they have (R17). */
export function AccessRights() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const { data: dossier } = useDossier();
  const { data: lines, error } = useLines(d);
  const [filter, setFilter] = useState<Filter>({ text: '', standing: 'all' });
  const [edited, setEdited] = useState<Line | null>();
  const [view, viewSwitch] = useTreeOrList('access-rights', 'list');
  const edit = useCallback((line: Line) => setEdited(line), []);
  if (error && !lines) return <ProblemAlert error={error} />;
  if (!lines || !dossier) return null;
  const { familyAccess, advisorAccess } = dossier.me.capabilities;
  const managesAdvisors = advisorAccess === 'manage';
  const isTree = view === 'tree';
  const shown = isTree ? lines : filtered(lines, filter);
  const isFiltered = !isTree && (filter.text.trim() !== '' || filter.standing !== 'all');
  const ofGroup = { isFiltered, dossierId: d, managesAdvisors, onEdit: edit };
  return (
    <Stack py="md" gap="lg">
      <Alert variant="light" py="sm" icon={<IconInfoCircle />}>
        {t(`access.may.${familyAccess === 'none' ? 'view' : familyAccess}`)}
      </Alert>
      <ManagerTools dossierId={d} lines={lines} />
      <Group justify="space-between" align="end">
        {lines.length > glance && !isTree && <LinesFilter filter={filter} onChange={setFilter} />}
        <VisuallyHidden role="status">
          {isFiltered && t('shell.found', { count: shown.length })}
        </VisuallyHidden>
        <Box ms="auto">{viewSwitch}</Box>
      </Group>
      {isTree ? (
        <section aria-labelledby="access-tree">
          <Title order={2} size="h3" mb="xs" id="access-tree">
            {t('access.family')}
          </Title>
          <Suspense fallback={<Loader />}>
            <FamilyTreeView dossierId={d} lines={lines} onEdit={edit} />
          </Suspense>
        </section>
      ) : (
        <LineGroup kind="person" lines={shown.filter(({ party }) => party.kind === 'person')} {...ofGroup} />
      )}
      <LineGroup kind="advisor" lines={shown.filter(({ party }) => party.kind === 'advisor')} {...ofGroup}>
        {managesAdvisors && (
          <Group justify="end" mt="md">
            <AddAdvisor dossierId={d} />
          </Group>
        )}
      </LineGroup>
      {edited !== undefined && (
        <Suspense>
          <RightDialog dossierId={d} line={edited} onClose={() => setEdited(null)} />
        </Suspense>
      )}
    </Stack>
  );
}
