import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { label: string; value: string; children?: ReactNode };

/** One thing of the account: what it is, how it stands, and what may be done about it. */
export const Row = ({ label, value, children }: Props) => (
  <Group justify="space-between" align="start" gap="xs">
    <div style={{ flex: '1 1 200px', minWidth: 0 }}>
      <Text fw={500}>{label}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </div>
    {children && <Group gap="xs">{children}</Group>}
  </Group>
);
