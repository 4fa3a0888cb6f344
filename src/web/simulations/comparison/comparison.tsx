import { Alert, Anchor, Stack, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Empty } from '../../shell/empty.tsx';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { AssumptionsTable } from '../figures/assumptions-table.tsx';
import { currenciesOf } from '../figures/currencies-of.ts';
import { MoneyChoice } from '../figures/money-choice.tsx';
import { OneOf } from '../figures/one-of.tsx';
import type { Money } from '../figures/persons-series.ts';
import { NotCalculated } from '../result/not-calculated.tsx';
import { simulationQuery } from '../use-simulations.ts';
import { ComparedChart } from './compared-chart.tsx';
import { comparisonQuery } from './comparison-query.ts';
import { Differences } from './differences.tsx';

/** Two or more simulations (`?s=…&s=…`) side by side, the others each against the first. */
export function Comparison() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const ids = [...new Set(useSearchParams()[0].getAll('s'))];
  const [first = '', ...others] = ids;
  const loaded = useQueries({ queries: ids.map((id) => simulationQuery(d, id)) });
  const comparing = useQueries({ queries: others.map((other) => comparisonQuery(d, first, other)) });
  const [chosen, setChosen] = useState<string>();
  const [money, setMoney] = useState<Money>('net');
  const error = [...loaded, ...comparing].find((query) => query.error)?.error;
  if (error) return <ProblemAlert error={error} />;
  const simulations = loaded.flatMap(({ data }) => data ?? []);
  const comparisons = comparing.flatMap(({ data }) => data ?? []);
  const back = (
    <Anchor component={Link} to={`/dossiers/${d}/simulations`} size="sm">
      {t('simulations.back')}
    </Anchor>
  );
  if (ids.length < 2) {
    return (
      <Stack py="md">
        {back}
        <Empty text={t('simulations.chooseTwo')} />
      </Stack>
    );
  }
  if (simulations.length < ids.length || comparisons.length < others.length) return null;
  const currencies = currenciesOf(simulations);
  const currency = chosen ?? currencies[0];
  const fields = comparisons.flatMap(({ assumptions }) => assumptions.map(({ field }) => field));
  const { startYear } = simulations[0]!;
  return (
    <Stack py="md" gap="lg">
      <div>
        {back}
        <Title order={2}>{t('simulations.comparison')}</Title>
      </div>
      <NotCalculated notes={simulations[0]!.result.notes} />
      {comparisons.some(({ sameInputs }) => !sameInputs) && (
        <Alert variant="light">{t('simulations.otherInputs')}</Alert>
      )}
      <OneOf
        label={t('simulations.currency')}
        options={currencies.map((code) => ({ value: code, label: code }))}
        value={currency ?? ''}
        onChange={setChosen}
      />
      <MoneyChoice startYear={startYear} value={money} onChange={setMoney} />
      {currency ? (
        <>
          <ComparedChart
            key={currency}
            simulations={simulations}
            comparisons={comparisons}
            currency={currency}
            money={money}
          />
          <Differences
            simulations={simulations}
            comparisons={comparisons}
            currency={currency}
            money={money}
          />
        </>
      ) : (
        <Empty text={t('simulations.noFigures')} />
      )}
      <section>
        <Title order={3} mb="xs">
          {t('simulations.differing')}
        </Title>
        {fields.length > 0 ? (
          <AssumptionsTable simulations={simulations} fields={fields} />
        ) : (
          t('simulations.sameAssumptions')
        )}
      </section>
    </Stack>
  );
}
