import { Stack, Table } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../shell/empty.tsx';
import { nameOf } from '../shell/name-of.ts';
import { holdsWords } from '../shell/plain.ts';
import { Rows } from '../shell/rows.tsx';
import { SearchField } from '../shell/search-field.tsx';
import { PersonRow } from './person-row.tsx';
import type { Family } from './use-family.ts';

/** So many persons are seen at a glance; more are searched. */
const glance = 10;

type Props = { family: Family; about: Map<string, string>; onShow: (id: string) => void };

/** The family as a list, by name: days of birth and death, and who is whose relative. */
export function FamilyList({ family, about, onShow }: Props) {
  const { t, i18n } = useTranslation();
  const [wanted, setWanted] = useState('');
  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator(i18n.language, { numeric: true });
    return family.persons.toSorted((a, b) =>
      compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`),
    );
  }, [family, i18n.language]);
  const persons = sorted.filter((person) => holdsWords(nameOf(person), wanted));
  return (
    <Stack gap="sm">
      {sorted.length > glance && (
        <SearchField label={t('tree.find.label')} text={wanted} onChange={setWanted} found={persons.length} />
      )}
      {persons.length === 0 ? (
        <Empty text={t('tree.find.none')} />
      ) : (
        <Table verticalSpacing="xs" aria-label={t('dossier.tabs.family')} aria-rowcount={persons.length + 1}>
          <Table.Thead visibleFrom="sm">
            <Table.Tr aria-rowindex={1}>
              <Table.Th>{t('family.name')}</Table.Th>
              <Table.Th>{t('family.birthDate')}</Table.Th>
              <Table.Th>{t('family.deathDate')}</Table.Th>
              <Table.Th>{t('family.relatives')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Rows
            count={persons.length}
            keyOf={(index) => persons[index]!.id}
            estimate={58}
            columns={4}
            row={(index, ref) => (
              <PersonRow
                ref={ref}
                index={index}
                person={persons[index]!}
                about={about.get(persons[index]!.id)}
                onShow={onShow}
              />
            )}
          />
        </Table>
      )}
    </Stack>
  );
}
