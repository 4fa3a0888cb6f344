import { Alert, Button, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type en from '../i18n/en.json';
import type { Stale } from './stale.ts';

type Field = keyof typeof en.family.fields;
type Props = {
  stale: Stale;
  /** How a field's value is read. */
  said: (field: string, value: unknown) => string;
  onTheirs: () => void;
  onMine: () => void;
};

/** Somebody else saved first: what he changed, and the choice between his and what was typed here. */
export function StaleAlert({ stale: { changed }, said, onTheirs, onMine }: Props) {
  const { t } = useTranslation();
  const shown = changed.filter(({ field }) => field !== 'version');
  return (
    <Alert color="orange" role="alert" title={t('family.stale.title')}>
      <Text size="sm">{t('family.stale.text')}</Text>
      <List size="sm" my="xs">
        {shown.map(({ field, was, is }) => (
          <List.Item key={field}>
            {t('family.stale.change', {
              field: t(`family.fields.${field as Field}`),
              was: said(field, was),
              is: said(field, is),
            })}
          </List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Button size="xs" onClick={onTheirs}>
          {t('family.stale.theirs')}
        </Button>
        <Button size="xs" variant="default" onClick={onMine}>
          {t('family.stale.mine')}
        </Button>
      </Group>
    </Alert>
  );
}
