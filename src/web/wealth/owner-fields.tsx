import { ActionIcon, Group, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isDebt, ownershipForms } from '../../domain/words.ts';
import type { Person } from '../family/use-family.ts';
import { PersonField } from '../inventory/person-field.tsx';
import type { TypedItem } from './item-body.ts';

type Props = { form: UseFormReturnType<TypedItem>; nth: number; persons: Person[] };

/** One owner of an item: who, in which form of ownership, and which part. */
export function OwnerFields({ form, nth, persons }: Props) {
  const { t } = useTranslation();
  const { kind, owners } = form.values;
  return (
    <Group gap="xs" align="start" role="group" aria-label={t('wealth.form.owner', { nth: nth + 1 })}>
      <PersonField
        flex="2 1 150px"
        aria-label={t('wealth.form.person')}
        persons={persons}
        outside
        {...form.getInputProps(`owners.${nth}.personId`)}
      />
      {!isDebt(kind) && (
        <NativeSelect
          flex="1 1 130px"
          aria-label={t('wealth.form.ownership')}
          data={ownershipForms.map((value) => ({ value, label: t(`wealth.forms.${value}`) }))}
          {...form.getInputProps(`owners.${nth}.form`)}
        />
      )}
      <TextInput
        flex="0 1 90px"
        aria-label={t('wealth.form.share')}
        placeholder="1/2"
        {...form.getInputProps(`owners.${nth}.share`)}
      />
      <ActionIcon
        variant="subtle"
        size={36}
        color="red"
        disabled={owners.length === 1}
        aria-label={t('wealth.form.removeOwner', { nth: nth + 1 })}
        onClick={() => form.removeListItem('owners', nth)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}
