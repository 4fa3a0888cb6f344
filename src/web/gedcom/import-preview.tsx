import { Alert, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { nameOf } from '../shell/name-of.ts';
import { LeftOut } from './left-out.tsx';

/** So many persons are listed; of more, how many they are is enough. */
const most = 100;

/** What a file would add, person by person, and what of it is left out. */
export function ImportPreview({ preview }: { preview: Schemas['GedcomPreview'] }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { counts, existing, persons, leftOut } = preview;
  return (
    <Stack>
      <Alert role="status" title={t('family.gedcom.found', counts)}>
        {existing > 0 && t('family.gedcom.existing', { count: existing })}
      </Alert>
      <LeftOut entries={leftOut} />
      {persons.length > 0 && (
        <section>
          <Title order={3} size="h4">
            {t('family.gedcom.persons')}
          </Title>
          <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0 }}>
            <Table aria-label={t('family.gedcom.persons')}>
              <Table.Tbody>
                {persons.slice(0, most).map((person) => (
                  <Table.Tr key={person.xref}>
                    <Table.Td>{nameOf(person)}</Table.Td>
                    <Table.Td>{day(person.birthDate)}</Table.Td>
                    <Table.Td>{person.deathDate && `† ${day(person.deathDate)}`}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
          {persons.length > most && (
            <Text size="sm">{t('family.gedcom.more', { count: persons.length - most })}</Text>
          )}
        </section>
      )}
    </Stack>
  );
}
