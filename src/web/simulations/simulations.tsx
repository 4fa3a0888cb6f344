import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconGitCompare, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { allows } from '../../domain/capabilities.ts';
import { CreatesNothing } from '../dossiers/creates-nothing.tsx';
import { useDossier } from '../dossiers/use-dossier.ts';
import { Empty } from '../shell/empty.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { SimulationList } from './simulation-list.tsx';
import { useSimulations } from './use-simulations.ts';

/** The tab of simulations: what was projected, the way to project anew, and to compare. */
export function Simulations() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const navigate = useNavigate();
  const { data: dossier } = useDossier();
  const { data: simulations, error } = useSimulations(d);
  const [chosen, setChosen] = useState<string[]>([]);
  if (error) return <ProblemAlert error={error} />;
  if (!simulations || !dossier) return null;
  const creates = allows(dossier.me.capabilities, 'simulations', 'create');
  const create = creates && (
    <Button component={Link} to={`/dossiers/${d}/simulations/new`} leftSection={<IconPlus size={18} />}>
      {t('simulations.create')}
    </Button>
  );
  const compared = chosen.filter((id) => simulations.some((simulation) => simulation.id === id));
  const search = new URLSearchParams(compared.map((id) => ['s', id]));
  return (
    <Stack py="md">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('dossier.tabs.simulations')}
        </Title>
        {simulations.length > 0 && create}
      </Group>
      <Text maw={680}>{t('simulations.intro')}</Text>
      <CreatesNothing dossier={dossier} section="simulations" />
      {simulations.length === 0 ? (
        <Empty text={t(creates ? 'simulations.none' : 'simulations.noneToRead')}>{create}</Empty>
      ) : (
        <SimulationList
          dossierId={d}
          simulations={simulations}
          creates={creates}
          chosen={compared}
          onChoose={setChosen}
        />
      )}
      {simulations.length > 1 && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconGitCompare size={18} />}
            disabled={compared.length < 2}
            onClick={() => void navigate(`/dossiers/${d}/simulations/compare?${search}`)}
          >
            {t('simulations.compare', { count: Math.max(compared.length, 1) })}
          </Button>
          {compared.length < 2 && <Text size="sm">{t('simulations.chooseTwo')}</Text>}
        </Group>
      )}
    </Stack>
  );
}
