import { Badge, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff, IconLock, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { useStateText } from '../access-rights/use-state-text.ts';

const marks = {
  read_write: { color: 'petrol', variant: 'filled', Icon: IconPencil },
  read_only: { color: 'petrol', variant: 'outline', Icon: IconEye },
  none: { color: 'gray', variant: 'outline', Icon: IconEyeOff },
} as const;

/** What somebody may do, as a word, a sign and a colour, and how far the invitation is. */
export function AccessMark({ line }: { line: Line }) {
  const { t } = useTranslation();
  const stateText = useStateText();
  const { right, revocable } = line;
  const { color, variant, Icon } = marks[right];
  return (
    <>
      <Group component="span" gap={6} mt={4} wrap="nowrap">
        <Badge
          component="span"
          tt="none"
          style={{ flexShrink: 0, ...(variant === 'outline' ? { color: 'var(--mantine-color-text)' } : {}) }}
          color={color}
          variant={variant}
          leftSection={<Icon size={12} aria-hidden />}
        >
          {t(`rights.${right}`)}
        </Badge>
        {!revocable && right !== 'none' && (
          <IconLock size={14} role="img" aria-label={t('access.irrevocable')} />
        )}
      </Group>
      {right !== 'none' && (
        <Text component="span" size="xs" mt={4} lh={1.25} lineClamp={3}>
          {stateText(line)}
        </Text>
      )}
    </>
  );
}
