import { Alert, Checkbox, type CheckboxProps, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Line } from './use-lines.ts';

/** R5: what is given to a central person is given for ever; giving it is confirmed. */
export function ForEver({ line, ...checkbox }: { line: Line } & CheckboxProps) {
  const { t } = useTranslation();
  const isGiving = line.right === 'none';
  return (
    <Alert color="orange" icon={<IconLock />} title={t('right.forEver')}>
      <Text size="sm">{t(isGiving ? 'right.forEverGiving' : 'right.forEverGiven')}</Text>
      {isGiving && (
        <Checkbox mt="sm" label={t('right.understood', { name: line.party.name })} {...checkbox} />
      )}
    </Alert>
  );
}
