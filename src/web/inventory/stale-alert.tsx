import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ProblemDocument, Refusal } from '../api/client.ts';

/** What a save was told that came after somebody else's (412); null for every other end of it. */
export const staleOf = (error: unknown): ProblemDocument | null =>
  error instanceof Refusal && error.problem.code === 'version_stale' ? error.problem : null;

type Props = {
  stale: ProblemDocument;
  /** The name of a field, and what stood in it, in the reader's words. */
  describe: (field: string, value: unknown) => { label: string; text: string };
  onTakeTheirs: () => void;
  onKeepMine: () => void;
};

/** Somebody else has saved meanwhile: what changed, and whether to take it or to save what was typed here all the same. */
export function StaleAlert({ stale, describe, onTakeTheirs, onKeepMine }: Props) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" role="alert" icon={<IconUsers />} title={t('inventory.stale.title')}>
      <Text size="sm">{t('inventory.stale.text')}</Text>
      <List size="sm" my="xs">
        {stale.changed?.map(({ field, was, is }) => {
          const [before, after] = [describe(field, was), describe(field, is)];
          return (
            <List.Item key={field}>
              {t('inventory.stale.change', { field: after.label, was: before.text, is: after.text })}
            </List.Item>
          );
        })}
      </List>
      <Group>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {t('inventory.stale.takeTheirs')}
        </Button>
        <Button size="xs" onClick={onKeepMine}>
          {t('inventory.stale.keepMine')}
        </Button>
      </Group>
    </Alert>
  );
}
