import { Group, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';

type Props<T extends string> = {
  label: string;
  options: { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** A choice of what figures show: a currency, or whose money. Nothing where there is no choice. */
export function OneOf<T extends string>({ label, options, value, onChange }: Props<T>) {
  const id = useId();
  if (options.length < 2) return null;
  return (
    <Group gap="xs">
      <Text size="sm" id={id}>
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        data={options}
        value={value}
        onChange={onChange}
        size="sm"
        style={{ flexWrap: 'wrap' }}
      />
    </Group>
  );
}
