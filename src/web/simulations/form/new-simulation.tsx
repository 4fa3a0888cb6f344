import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { allows } from '../../../domain/capabilities.ts';
import { CreatesNothing } from '../../dossiers/creates-nothing.tsx';
import { useDossier } from '../../dossiers/use-dossier.ts';
import { useFamily } from '../../family/use-family.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useInventory } from '../../wealth/use-inventory.ts';
import { simulationQuery, useSimulations } from '../use-simulations.ts';
import { SimulationForm } from './simulation-form.tsx';
import { startValues, valuesFrom } from './values.ts';

/** A new simulation, from nothing or from another one (`?from=`). */
export function NewSimulation() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const from = useSearchParams()[0].get('from') ?? '';
  const { data: dossier } = useDossier();
  const simulations = useSimulations(d);
  const family = useFamily(d);
  const wealth = useInventory(d);
  const origin = useQuery({ ...simulationQuery(d, from), enabled: from !== '' });
  const error = family.error ?? wealth.error ?? simulations.error ?? origin.error;
  if (error) return <ProblemAlert error={error} />;
  const isReady = dossier && family.data && wealth.data && simulations.data && (!from || origin.data);
  if (!isReady) return null;
  if (!allows(dossier.me.capabilities, 'simulations', 'create')) {
    return (
      <Stack py="md">
        <CreatesNothing dossier={dossier} section="simulations" />
      </Stack>
    );
  }
  const { items } = wealth.data;
  const known = { persons: family.data.persons, items };
  const initial = origin.data
    ? valuesFrom(t('simulations.copyOf', { name: origin.data.name }), origin.data.assumptions, known)
    : startValues(t('simulations.nameNumber', { number: simulations.data.length + 1 }), items);
  return (
    <Stack py="md">
      <div>
        <Anchor component={Link} to={`/dossiers/${d}/simulations`} size="sm">
          {t('simulations.back')}
        </Anchor>
        <Title order={2}>{t('simulations.new')}</Title>
      </div>
      <Text maw={680}>{t('simulations.newIntro')}</Text>
      <SimulationForm dossierId={d} initial={initial} family={family.data} items={items} />
    </Stack>
  );
}
