import { Card, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props = { title: string; text?: string; children?: ReactNode };

/** A part of a page of settings: its name, what it is about, and how it stands. */
export function Section({ title, text, children }: Props) {
  const id = useId();
  return (
    <Card component="section" withBorder aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {text && <Text size="sm">{text}</Text>}
        {children}
      </Stack>
    </Card>
  );
}
