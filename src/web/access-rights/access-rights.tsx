import { Alert, Group, Stack, VisuallyHidden } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AddAdvisor } from '../advisors/add-advisor.tsx';
import { useDossier } from '../dossiers/use-dossier.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { LineGroup } from './line-group.tsx';
import { type Filter, filtered, LinesFilter } from './lines-filter.tsx';
import { RightDialog } from './right-dialog.tsx';
import { type Line, useLines } from './use-lines.ts';

/** So many lines are seen at a glance; more are searched. */
const glance = 10;

/** The tab of access rights: everybody of the family tree, and the advisors, with the access they have (R17). */
export function AccessRights() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const { data: dossier } = useDossier();
  const { data: lines, error } = useLines(d);
  const [filter, setFilter] = useState<Filter>({ text: '', standing: 'all' });
  const [edited, setEdited] = useState<Line | null>(null);
  const edit = useCallback((line: Line) => setEdited(line), []);
  if (error && !lines) return <ProblemAlert error={error} />;
  if (!lines || !dossier) return null;
  const { familyAccess, advisorAccess } = dossier.me.capabilities;
  const managesAdvisors = advisorAccess === 'manage';
  const shown = filtered(lines, filter);
  const isFiltered = filter.text.trim() !== '' || filter.standing !== 'all';
  const ofGroup = { isFiltered, dossierId: d, managesAdvisors, onEdit: edit };
  return (
    <Stack py="md" gap="xl">
      <Alert variant="light">{t(`access.may.${familyAccess === 'none' ? 'view' : familyAccess}`)}</Alert>
      <Group justify="space-between" align="end">
        {lines.length > glance && <LinesFilter filter={filter} onChange={setFilter} />}
        <VisuallyHidden role="status">
          {isFiltered && t('access.found', { count: shown.length })}
        </VisuallyHidden>
      </Group>
      <LineGroup kind="person" lines={shown.filter(({ party }) => party.kind === 'person')} {...ofGroup} />
      <LineGroup kind="advisor" lines={shown.filter(({ party }) => party.kind === 'advisor')} {...ofGroup}>
        {managesAdvisors && (
          <Group justify="end" mt="md">
            <AddAdvisor dossierId={d} />
          </Group>
        )}
      </LineGroup>
      <RightDialog dossierId={d} line={edited} onClose={() => setEdited(null)} />
    </Stack>
  );
}
