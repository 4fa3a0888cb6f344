import { Anchor, Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { nameOf } from '../shell/name-of.ts';
import type { Family } from './use-family.ts';

/** On a phone the cells of a row stand below each other, without the empty ones. */
const cell = (filled: unknown) => ({ base: filled ? 'block' : 'none', sm: 'table-cell' }) as const;

type Props = { family: Family; about: Map<string, string>; onShow: (id: string) => void };

/** The family as a list, by name: days of birth and death, and who is whose relative. */
export function FamilyList({ family, about, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const persons = family.persons.toSorted((a, b) =>
    `${a.lastName} ${a.firstName}`.localeCompare(`${b.lastName} ${b.firstName}`, i18n.language),
  );
  return (
    <Table verticalSpacing="xs" aria-label={t('dossier.tabs.family')}>
      <Table.Thead visibleFrom="sm">
        <Table.Tr>
          <Table.Th>{t('family.name')}</Table.Th>
          <Table.Th>{t('family.birthDate')}</Table.Th>
          <Table.Th>{t('family.deathDate')}</Table.Th>
          <Table.Th>{t('family.relatives')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {persons.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td display={cell(true)}>
              <Anchor component="button" type="button" fw={500} ta="start" onClick={() => onShow(person.id)}>
                {nameOf(person)}
              </Anchor>{' '}
              {person.central && (
                <Badge size="sm" tt="none">
                  {t(`roles.${person.central}`)}
                </Badge>
              )}
            </Table.Td>
            <Table.Td display={cell(person.birthDate)}>{day(person.birthDate)}</Table.Td>
            <Table.Td display={cell(person.deathDate)}>
              {person.deathDate && `† ${day(person.deathDate)}`}
            </Table.Td>
            <Table.Td display={cell(about.get(person.id))}>
              <Text size="sm">{about.get(person.id)}</Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
