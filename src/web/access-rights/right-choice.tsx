import { Radio, Stack, Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { grantedRights } from '../../domain/words.ts';
import { useLevels } from './use-levels.ts';
import type { Line } from './use-lines.ts';

type Props = { line: Line } & Pick<ComponentProps<typeof Radio.Group>, 'value' | 'onChange' | 'error'>;

/** The levels that the reader may choose, each with what it allows in plain words (R3, R7). */
export function RightChoice({ line, ...input }: Props) {
  const { t } = useTranslation();
  const givable = useLevels();
  const { party, actions } = line;
  const may = party.kind === 'advisor' ? 'right.advisorMay' : 'right.may';
  const levels = grantedRights.filter(
    (level) =>
      actions.includes('change') ||
      (actions.includes('give') ? givable.includes(level) : level === line.right),
  );
  const options = [...levels, ...(actions.includes('withdraw') ? (['none'] as const) : [])];
  return (
    <Radio.Group label={t('right.right')} {...input}>
      <Stack gap="xs" mt="xs">
        {options.map((option) => (
          <Radio
            key={option}
            value={option}
            label={t(`rights.${option}`)}
            description={t(`${may}.${option}`)}
          />
        ))}
        {actions.includes('give') && levels.length < grantedRights.length && (
          <Text size="sm">{t('problems.codes.above_own_level')}</Text>
        )}
      </Stack>
    </Radio.Group>
  );
}
