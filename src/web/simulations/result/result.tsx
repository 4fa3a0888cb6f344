import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { allows } from '../../../domain/capabilities.ts';
import { useDossier } from '../../dossiers/use-dossier.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Empty } from '../../shell/empty.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { AssumptionsTable } from '../figures/assumptions-table.tsx';
import { currenciesOf } from '../figures/currencies-of.ts';
import { OneOf } from '../figures/one-of.tsx';
import { SimulationMenu } from '../simulation-menu.tsx';
import { simulationQuery } from '../use-simulations.ts';
import { Events } from './events.tsx';
import { NetOverYears } from './net-over-years.tsx';
import { NotCalculated } from './not-calculated.tsx';
import { PersonsOverYears } from './persons-over-years.tsx';

/** What came of a simulation: wealth over the years, together and by person, and who inherits at each death. */
export function Result() {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { d = '', s = '' } = useParams();
  const navigate = useNavigate();
  const { data: dossier } = useDossier();
  const { data: simulation, error } = useQuery(simulationQuery(d, s));
  const [chosen, setChosen] = useState<string>();
  if (error) return <ProblemAlert error={error} />;
  if (!simulation || !dossier) return null;
  const { name, startYear, horizon, createdAt, result } = simulation;
  const currencies = currenciesOf([simulation]);
  const currency = chosen ?? currencies[0];
  const list = `/dossiers/${d}/simulations`;
  return (
    <Stack py="md" gap="lg">
      <div>
        <Anchor component={Link} to={list} size="sm">
          {t('simulations.back')}
        </Anchor>
        <Group justify="space-between" wrap="nowrap" align="start">
          <Title order={2}>{name}</Title>
          {allows(dossier.me.capabilities, 'simulations', 'create') && (
            <SimulationMenu
              dossierId={d}
              simulation={simulation}
              onRemoved={() => void navigate(list, { replace: true })}
            />
          )}
        </Group>
        <Text size="sm">
          {t('simulations.years', { from: startYear, to: startYear + horizon, count: horizon })} ·{' '}
          {t('simulations.calculatedOn', { date: date(createdAt) })}
        </Text>
      </div>
      <NotCalculated notes={result.notes} />
      {currency ? (
        <>
          <OneOf
            label={t('simulations.currency')}
            options={currencies.map((code) => ({ value: code, label: code }))}
            value={currency}
            onChange={setChosen}
          />
          {currencies.length > 1 && <Text size="sm">{t('simulations.notAdded')}</Text>}
          <NetOverYears simulation={simulation} currency={currency} />
          <PersonsOverYears simulation={simulation} currency={currency} />
          <Events simulation={simulation} currency={currency} />
        </>
      ) : (
        <Empty text={t('simulations.noFigures')} />
      )}
      <section>
        <Title order={3} mb="xs">
          {t('simulations.assumptions')}
        </Title>
        <AssumptionsTable simulations={[simulation]} />
      </section>
    </Stack>
  );
}
