import { Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayManage, useMembers } from '../firms/use-members.ts';
import { Empty } from '../shell/empty.tsx';
import { LoadingPage } from '../shell/loading-page.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useMe } from '../shell/use-me.ts';
import { DossierCard } from './dossier-card.tsx';
import { DossierFilters } from './dossier-filters.tsx';
import { HandOver } from './hand-over.tsx';
import { NewDossier } from './new-dossier.tsx';
import { NoDossiers } from './no-dossiers.tsx';
import { absent, useDossierFilter } from './use-dossier-filter.ts';
import { useDossiers } from './use-dossiers.ts';

/** How many dossiers are drawn at first, and how many more each time. */
const screenful = 50;
/** A client with a few dossiers sees them at a glance. */
const fewDossiers = 6;

/** Home: the dossiers that the reader has a role in, with that role; of a firm's dossiers its admin sees the managers (R8). */
export function DossierList() {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  const { dossiers, error, isSuccess, isWhole } = useDossiers();
  const filter = useDossierFilter();
  const [most, setMost] = useState(screenful);
  const { data: members } = useMembers(me?.team?.firmId);
  if (!me) return null;
  const { team } = me;
  const isAdmin = team?.role === 'admin';
  const present = new Set(members?.filter(mayManage).map(({ id }) => id));
  const found = dossiers
    .filter((dossier) => filter.takes(dossier, present))
    .sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  const isEmpty = isSuccess && dossiers.length === 0;
  const kind = isAdmin ? 'admin' : team ? 'team' : 'client';
  return (
    <Container size="md" p={0}>
      <Group justify="space-between" mb="xs">
        <Title order={1}>{t('dossiers.title')}</Title>
        {team && team.role !== 'support' && !isEmpty && <NewDossier />}
      </Group>
      {error && <ProblemAlert error={error} />}
      {!isSuccess && !error && <LoadingPage />}
      {isEmpty && <NoDossiers team={team} />}
      {dossiers.length > 0 && (
        <>
          <Text mb="md">{t(`dossiers.whose.${kind}`)}</Text>
          {(team || dossiers.length > fewDossiers) && (
            <DossierFilters filter={filter} dossiers={dossiers} withAbsent={isAdmin} />
          )}
          <Group justify="space-between" mb="sm" mih={36}>
            <Text size="sm" role="status">
              {isWhole ? t('dossiers.count', { count: found.length }) : t('dossiers.loading')}
            </Text>
            {isAdmin && found.length > 0 && (
              <HandOver
                key={filter.manager}
                dossiers={found}
                firmId={team.firmId}
                isChosen={filter.manager !== ''}
              />
            )}
          </Group>
          {found.length === 0 && isWhole && (
            <Empty text={t(filter.manager === absent ? 'dossiers.noneAbsent' : 'dossiers.noneFound')}>
              <Button variant="light" onClick={filter.clear}>
                {t('dossiers.showAll')}
              </Button>
            </Empty>
          )}
          <Stack component="ul" p={0} m={0} gap="sm" style={{ listStyle: 'none' }}>
            {found.slice(0, most).map((dossier) => (
              <DossierCard
                key={dossier.id}
                dossier={dossier}
                isLeft={isAdmin && members !== undefined && !present.has(dossier.manager.id)}
              />
            ))}
          </Stack>
          {found.length > most && (
            <Button mt="md" variant="light" onClick={() => setMost(most + screenful)}>
              {t('dossiers.more')}
            </Button>
          )}
        </>
      )}
    </Container>
  );
}
