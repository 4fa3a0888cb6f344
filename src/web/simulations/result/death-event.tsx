import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure } from '../figures/figure.tsx';
import { FiguresTable } from '../figures/figures-table.tsx';
import { useAmounts } from '../figures/use-amounts.ts';
import { useNames } from '../figures/use-names.ts';
import type { Simulation } from '../use-simulations.ts';

type Props = {
  simulation: Simulation;
  event: Extract<Simulation['result']['events'][number], { kind: 'death' }>;
  currency: string;
};

/** A death: what the person leaves, who inherits which part of it and why, and what everybody holds afterwards. */
export function DeathEvent({ simulation, event, currency }: Props) {
  const { t } = useTranslation();
  const names = useNames([simulation]);
  const { whole } = useAmounts(currency);
  const { year, personId, rule, heirs, estate } = event;
  const name = names.person(personId);
  const left = estate.find((one) => one.currency === currency);
  const after = simulation.result.years
    .find((one) => one.year === year)!
    .persons.filter((one) => one.currency === currency && one.full + one.bare + one.usufruct > 0)
    .sort((a, b) => b.full + b.bare - a.full - a.bare);
  return (
    <Stack gap="xs">
      <Title order={4}>{t('simulations.deathTitle', { year, name })}</Title>
      {left ? (
        <FiguresTable
          caption={t('simulations.estate', { name, currency })}
          head={[
            t('simulations.estateOf'),
            t('simulations.forms.full'),
            t('simulations.forms.bare'),
            t('simulations.debts'),
            t('simulations.netLeft'),
            t('simulations.usufructEnds'),
          ]}
          rows={[[name, ...[left.full, left.bare, left.debts, left.net, left.usufruct].map(whole)]]}
        />
      ) : (
        <Text size="sm">{t('simulations.leavesNothing', { name, currency })}</Text>
      )}
      <Text size="sm">{t(`simulations.rules.${rule}`)}</Text>
      <FiguresTable
        caption={t('simulations.heirsOf', { name })}
        words={1}
        head={[t('simulations.heir'), t('simulations.form'), t('simulations.part')]}
        rows={heirs.map((heir) => [
          names.person(heir.personId),
          t(`simulations.forms.${heir.form}`),
          heir.share,
        ])}
      />
      {after.length > 0 && (
        <Figure
          title={t('simulations.heldAfter', { year, currency })}
          places={t('simulations.person')}
          as="bars"
          chart={{
            currency,
            places: after.map((one) => names.person(one.personId)),
            series: (['full', 'bare', 'usufruct'] as const).map((form) => ({
              name: t(`simulations.forms.${form}`),
              values: after.map((one) => one[form]),
            })),
          }}
        />
      )}
    </Stack>
  );
}
