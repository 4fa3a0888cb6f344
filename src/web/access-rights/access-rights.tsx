import { Alert, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AddAdvisor } from '../advisors/add-advisor.tsx';
import { useDossier } from '../dossiers/use-dossier.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { FamilyTreeView } from '../tree/family-tree-view.tsx';
import { useTreeOrList } from '../tree/use-tree-or-list.tsx';
import { LineRow } from './line-row.tsx';
import { ManagerTools } from './manager-tools.tsx';
import { RightDialog } from './right-dialog.tsx';
import { type Line, useLines } from './use-lines.ts';

/** The tab of access rights: everybody of the family tree, and the advisors, with the access they have (R17). */
export function AccessRights() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const { data: dossier } = useDossier();
  const { data: lines, error } = useLines(d);
  const [edited, setEdited] = useState<Line | null>(null);
  const [view, viewSwitch] = useTreeOrList('access-rights', 'list');
  if (error) return <ProblemAlert error={error} />;
  if (!lines || !dossier) return null;
  const gives = dossier.me.capabilities.familyAccess;
  const groups = [
    { kind: 'person', title: t('access.family'), none: t('access.noPersons') },
    { kind: 'advisor', title: t('access.advisors'), none: t('access.noAdvisors') },
  ] as const;
  return (
    <Stack py="md" gap="xl">
      <Alert variant="light">{t(`access.may.${gives === 'none' ? 'view' : gives}`)}</Alert>
      <ManagerTools dossierId={d} lines={lines} />
      {groups.map(({ kind, title, none }) => {
        const those = lines.filter(({ party }) => party.kind === kind);
        return (
          <section key={kind} aria-labelledby={`access-${kind}`}>
            <Group justify="space-between" mb="xs">
              <Title order={2} size="h3" id={`access-${kind}`}>
                {title}
              </Title>
              {kind === 'person' && viewSwitch}
            </Group>
            {those.length === 0 ? (
              <Text>{none}</Text>
            ) : kind === 'person' && view === 'tree' ? (
              <FamilyTreeView dossierId={d} lines={lines} onEdit={setEdited} />
            ) : (
              <Table verticalSpacing="sm" aria-labelledby={`access-${kind}`}>
                <Table.Thead visibleFrom="sm">
                  <Table.Tr>
                    <Table.Th>{t('access.name')}</Table.Th>
                    <Table.Th>{t('access.right')}</Table.Th>
                    <Table.Th>{t('access.state')}</Table.Th>
                    <Table.Th />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {those.map((line) => (
                    <LineRow key={line.party.id} line={line} onEdit={() => setEdited(line)} />
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </section>
        );
      })}
      {dossier.me.capabilities.advisorAccess === 'manage' && (
        <Group justify="end">
          <AddAdvisor dossierId={d} />
        </Group>
      )}
      <RightDialog dossierId={d} line={edited} onClose={() => setEdited(null)} />
    </Stack>
  );
}
