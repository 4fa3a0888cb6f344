import { Group, Progress, Stack, Text } from '@mantine/core';

type Props = { label: string; text: string; done: number; of: number };

/** How much of something is done, as a bar and in words. */
export const Meter = ({ label, text, done, of }: Props) => (
  <Stack gap={4}>
    <Group justify="space-between" gap="xs">
      <Text fw={500}>{label}</Text>
      <Text size="sm">{text}</Text>
    </Group>
    <Progress.Root size="lg">
      <Progress.Section value={of === 0 ? 100 : (done / of) * 100} aria-label={label} aria-valuetext={text} />
    </Progress.Root>
  </Stack>
);
