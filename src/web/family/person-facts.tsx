import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDescribeFamily } from './use-describe-family.ts';
import type { Person } from './use-family.ts';

const fields = [
  'birthDate',
  'deathDate',
  'sex',
  'nationality',
  'country',
  'region',
  'language',
] as const satisfies (keyof Person)[];

/** What is known of a person; of a death nothing is said where there is none. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation();
  const describe = useDescribeFamily();
  const shown = fields.filter(
    (field) => person[field] !== null || field === 'birthDate' || field === 'country',
  );
  return (
    <SimpleGrid component="dl" cols={2} spacing="sm" m={0}>
      {shown.map((field) => (
        <div key={field}>
          <Text component="dt" size="xs" c="dimmed">
            {t(`family.fields.${field}`)}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {describe(field, person[field]).text}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
