import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Simulation } from '../use-simulations.ts';

/** What the figures of a simulation leave out, said before they are shown. */
export function NotCalculated({ notes }: { notes: Simulation['result']['notes'] }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} title={t('simulations.notCalculated')}>
      <List size="sm">
        {notes.map((note) => (
          <List.Item key={note}>{t(`simulations.notes.${note}`)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
