import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What stands where a list is empty: why, and what to do about it. */
export const Empty = ({ text, children }: { text: string; children?: ReactNode }) => (
  <Stack
    align="center"
    gap="sm"
    py="xl"
    px="md"
    ta="center"
    bd="1px dashed var(--mantine-color-default-border)"
    bdrs="md"
  >
    <Text>{text}</Text>
    {children}
  </Stack>
);
