import { Box, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { itemKinds } from '../../../domain/words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { Simulation } from '../use-simulations.ts';
import { useNames } from './use-names.ts';

type Props = {
  simulations: Simulation[];
  /** The fields to be shown, as the API's comparison names them; else all. */
  fields?: string[];
};

/** What simulations assume, side by side. */
export function AssumptionsTable({ simulations, fields }: Props) {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const names = useNames(simulations);
  const aYear = (value = '0') => t('simulations.percentAYear', { percent: percent(Number(value) / 100) });
  const { person, item } = names;
  type Row = { field: string; label: string; of: (simulation: Simulation) => string[] };
  const kinds = itemKinds.filter((kind) =>
    simulations.some(
      ({ inputs, assumptions }) =>
        assumptions.growth[kind] !== undefined || inputs.items.some((one) => one.kind === kind),
    ),
  );
  const rows: Row[] = [
    {
      field: 'horizon',
      label: t('simulations.horizon'),
      of: ({ horizon }) => [t('simulations.inYears', { count: horizon })],
    },
    {
      field: 'inflation',
      label: t('simulations.inflation'),
      of: ({ assumptions }) => [aYear(assumptions.inflation)],
    },
    ...kinds.map((kind) => ({
      field: `growth.${kind}`,
      label: t('simulations.growthOf', { kind: t(`simulations.kinds.${kind}`) }),
      of: ({ assumptions }: Simulation) => [aYear(assumptions.growth[kind])],
    })),
    {
      field: 'donations',
      label: t('simulations.donations'),
      of: ({ assumptions }) =>
        assumptions.donations.map(({ year, donorId, itemId, share, donees, usufructReserved }) =>
          t(usufructReserved ? 'simulations.givesBare' : 'simulations.gives', {
            year,
            donor: person(donorId),
            share,
            item: item(itemId),
            donees: donees.map((donee) => `${person(donee.personId)} (${donee.share})`).join(', '),
          }),
        ),
    },
    {
      field: 'deaths',
      label: t('simulations.deaths'),
      of: ({ assumptions }) =>
        assumptions.deaths.map(({ year, personId, heirs }) =>
          t(heirs ? 'simulations.diesChosen' : 'simulations.dies', { year, name: person(personId) }),
        ),
    },
  ];
  return (
    <Box tabIndex={0} role="region" aria-label={t('simulations.assumptions')} style={{ overflowX: 'auto' }}>
      <Table layout={simulations.length > 1 ? 'auto' : 'fixed'} fz="sm">
        {simulations.length > 1 && (
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('simulations.assumption')}</Table.Th>
              {simulations.map(({ id, name }) => (
                <Table.Th key={id} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>
          {rows
            .filter(({ field }) => !fields || fields.includes(field))
            .map(({ field, label, of }) => (
              <Table.Tr key={field}>
                <Table.Th
                  scope="row"
                  fw={500}
                  w={{ base: '50%', sm: 280 }}
                  style={{ overflowWrap: 'break-word' }}
                >
                  {label}
                </Table.Th>
                {simulations.map((simulation) => {
                  const lines = of(simulation);
                  return (
                    <Table.Td
                      key={simulation.id}
                      style={{ overflowWrap: 'anywhere', minWidth: simulations.length > 1 ? 180 : 0 }}
                    >
                      <Stack gap={4}>
                        {lines.map((line) => (
                          <Text key={line} size="sm">
                            {line}
                          </Text>
                        ))}
                        {lines.length === 0 && <Text size="sm">{t('simulations.noneAssumed')}</Text>}
                      </Stack>
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
