import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../family/use-family.ts';
import { nameOf } from '../shell/name-of.ts';

type Props = NativeSelectProps & {
  persons: Person[];
  /** Whether somebody outside the family may be meant: the empty value. */
  outside?: boolean;
};

/** A person of the family. */
export function PersonField({ persons, outside = false, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...rest}
      data={[
        ...persons.map((person) => ({ value: person.id, label: nameOf(person) })),
        ...(outside ? [{ value: '', label: t('inventory.outside') }] : []),
      ]}
    />
  );
}
