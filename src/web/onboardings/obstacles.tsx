import { Button, Code, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldText } from '../shell/problem-text.ts';
import type { Obstacle } from './use-onboardings.ts';

const screenful = 50;

/** What could not be created, by line and column of the file, and why. */
export function Obstacles({ label, obstacles }: { label: string; obstacles: Obstacle[] }) {
  const { t } = useTranslation();
  const text = useFieldText('onboarding');
  const [most, setMost] = useState(screenful);
  return (
    <>
      <Table aria-label={label} verticalSpacing="xs" layout="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('onboarding.line')}</Table.Th>
            <Table.Th>{t('onboarding.column')}</Table.Th>
            <Table.Th>{t('onboarding.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {obstacles.slice(0, most).map((obstacle) => (
            <Table.Tr key={`${obstacle.line} ${obstacle.column} ${obstacle.code}`}>
              <Table.Td>{obstacle.line}</Table.Td>
              <Table.Td>
                {obstacle.column ? <Code>{obstacle.column}</Code> : t('onboarding.wholeLine')}
              </Table.Td>
              <Table.Td>{text(obstacle.code, obstacle.column ?? '')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {obstacles.length > most && (
        <Button mt="md" variant="light" onClick={() => setMost(most + screenful)}>
          {t('dossiers.more')}
        </Button>
      )}
    </>
  );
}
