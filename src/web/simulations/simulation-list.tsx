import { Anchor, Checkbox, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/use-formats.ts';
import { SimulationMenu } from './simulation-menu.tsx';
import type { Summary } from './use-simulations.ts';

type Props = {
  dossierId: string;
  simulations: Summary[];
  creates: boolean;
  /** The ids of those to be compared, in the order in which they were chosen. */
  chosen: string[];
  onChoose: (ids: string[]) => void;
};

/** On a phone the cells of a row stand below each other. */
const cell = { base: 'block', sm: 'table-cell' } as const;

/** The simulations of a dossier: name, period, when its inventory was read. */
export function SimulationList({ dossierId, simulations, creates, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const compares = simulations.length > 1;
  const choose = (id: string) => (isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <Table verticalSpacing="sm">
      <Table.Thead visibleFrom="sm">
        <Table.Tr>
          <Table.Th>{t('simulations.name')}</Table.Th>
          <Table.Th>{t('simulations.period')}</Table.Th>
          <Table.Th>{t('simulations.calculated')}</Table.Th>
          {creates && <Table.Th />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {simulations.map((simulation) => {
          const { id, name, startYear, horizon, createdAt } = simulation;
          return (
            <Table.Tr key={id}>
              <Table.Td display={cell}>
                <Group wrap="nowrap" gap="sm">
                  {compares && (
                    <Checkbox
                      checked={chosen.includes(id)}
                      onChange={(event) => choose(id)(event.currentTarget.checked)}
                      aria-label={t('simulations.toCompare', { name })}
                    />
                  )}
                  <Anchor component={Link} to={`/dossiers/${dossierId}/simulations/${id}`} fw={600}>
                    {name}
                  </Anchor>
                </Group>
              </Table.Td>
              <Table.Td display={cell}>
                <Text size="sm">
                  {t('simulations.years', { from: startYear, to: startYear + horizon, count: horizon })}
                </Text>
              </Table.Td>
              <Table.Td display={cell}>
                <Text size="sm">{t('simulations.calculatedOn', { date: date(createdAt) })}</Text>
              </Table.Td>
              {creates && (
                <Table.Td display={cell} ta={{ base: 'start', sm: 'end' }}>
                  <SimulationMenu dossierId={dossierId} simulation={simulation} />
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
