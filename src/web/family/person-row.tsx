import { Anchor, Badge, Table, Text } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { nameOf } from '../shell/name-of.ts';
import { rowAt } from '../shell/rows.tsx';
import type { Person } from './use-family.ts';

/** On a phone the cells of a row stand below each other, without the empty ones. */
const cell = (filled: unknown) => ({ base: filled ? 'block' : 'none', sm: 'table-cell' }) as const;

type Props = {
  person: Person;
  about: string | undefined;
  /** Its place in the list, from 0. */
  index: number;
  onShow: (id: string) => void;
  ref?: Ref<HTMLTableRowElement> | undefined;
};

/** A person in the list of a family. */
export function PersonRow({ person, about, index, onShow, ref }: Props) {
  const { t } = useTranslation();
  const { day } = useFormats();
  return (
    <Table.Tr ref={ref} {...rowAt(index)}>
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
      <Table.Td display={cell(person.deathDate)}>{person.deathDate && `† ${day(person.deathDate)}`}</Table.Td>
      <Table.Td display={cell(about)}>
        <Text size="sm">{about}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
