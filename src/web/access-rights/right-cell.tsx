import { Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { LevelMenu } from './level-menu.tsx';
import type { Line } from './use-lines.ts';

/** The right now, until when, and whether it is for ever; with the menu that changes it, for who may. */
export function RightCell({ dossierId, line }: { dossierId: string; line: Line }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { right, revocable, until, actions } = line;
  const isNone = right === 'none';
  const isChangeable = !isNone && (actions.includes('change') || actions.includes('withdraw'));
  return (
    <Stack gap={4} align="start">
      <Group gap={6} wrap="nowrap">
        {isChangeable ? (
          <LevelMenu dossierId={dossierId} line={line} />
        ) : (
          <Badge
            style={{ flexShrink: 0 }}
            variant={isNone ? 'outline' : 'light'}
            color={isNone ? 'gray' : 'petrol'}
            tt="none"
          >
            {t(`rights.${right}`)}
          </Badge>
        )}
        {!revocable && !isNone && (
          <Tooltip label={t('access.forEver')} multiline maw={260}>
            <IconLock size={16} role="img" aria-label={t('access.irrevocable')} />
          </Tooltip>
        )}
      </Group>
      {until && <Text size="sm">{t('access.until', { day: day(until) })}</Text>}
    </Stack>
  );
}
