import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stale } from './stale.ts';

type Props = {
  stale: Stale;
  /** The name of a field, and what stood in it, in the reader's words. */
  describe: (field: string, value: unknown) => { label: string; text: string };
  onTakeTheirs: () => void;
  onKeepMine: () => void;
};

/** Somebody else has saved meanwhile: what changed, and whether to take it or to save what was typed here all the same. */
export function StaleAlert({ stale: { changed }, describe, onTakeTheirs, onKeepMine }: Props) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" role="alert" icon={<IconUsers />} title={t('stale.title')}>
      <Text size="sm">{t('stale.text')}</Text>
      <List size="sm" my="xs">
        {changed.map(({ field, was, is }) => {
          const [before, after] = [describe(field, was), describe(field, is)];
          return (
            <List.Item key={field}>
              {t('stale.change', { field: after.label, was: before.text, is: after.text })}
            </List.Item>
          );
        })}
      </List>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {t('stale.takeTheirs')}
        </Button>
        <Button size="xs" onClick={onKeepMine}>
          {t('stale.keepMine')}
        </Button>
      </Group>
    </Alert>
  );
}
