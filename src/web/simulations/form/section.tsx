import { Card, Stack, Text, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Inputs } from '../../../domain/simulation.ts';
import type { Values } from './values.ts';

/** What each section of the form works with. */
export type SectionProps = { form: UseFormReturnType<Values>; inputs: Inputs };

type Props = { title: string; text: string; children: ReactNode };

/** A section of the form, with what it is about. */
export const Section = ({ title, text, children }: Props) => (
  <Card component="section" withBorder padding="lg">
    <Stack>
      <div>
        <Title order={3}>{title}</Title>
        <Text size="sm">{text}</Text>
      </div>
      {children}
    </Stack>
  </Card>
);
