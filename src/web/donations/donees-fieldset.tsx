import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconEqual, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../family/use-family.ts';
import { PersonField } from '../inventory/person-field.tsx';
import { equalShare } from '../inventory/shares.ts';
import type { TypedDonation } from './donation-body.ts';

type Props = { form: UseFormReturnType<TypedDonation>; persons: Person[] };

/** Who received which part of a donation. */
export function DoneesFieldset({ form, persons }: Props) {
  const { t } = useTranslation();
  const { donees, donorId } = form.values;
  const others = persons.filter(({ id }) => id !== donorId);
  const next = others.find(({ id }) => !donees.some((donee) => donee.personId === id))?.id ?? '';
  const split = (parts: TypedDonation['donees']) =>
    form.setFieldValue(
      'donees',
      parts.map((donee) => ({ ...donee, share: equalShare(parts.length) })),
    );
  return (
    <Fieldset
      // The place of what is wrong with the donees together.
      data-path="donees"
      legend={t('donations.form.donees')}
      p={{ base: 'xs', xs: 'md' }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('donations.form.doneesHelp')}
        </Text>
        {donees.map((_, nth) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: the form names donees by their place
            key={nth}
            gap="xs"
            align="start"
            role="group"
            aria-label={t('donations.form.donee', { nth: nth + 1 })}
          >
            <PersonField
              flex="2 1 110px"
              aria-label={t('donations.form.doneePerson')}
              persons={others}
              outside
              {...form.getInputProps(`donees.${nth}.personId`)}
            />
            <TextInput
              flex="0 1 90px"
              aria-label={t('donations.form.share')}
              placeholder="1/2"
              {...form.getInputProps(`donees.${nth}.share`)}
            />
            <ActionIcon
              variant="subtle"
              size={36}
              color="red"
              disabled={donees.length === 1}
              aria-label={t('donations.form.removeDonee', { nth: nth + 1 })}
              onClick={() => form.removeListItem('donees', nth)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        {form.errors.donees && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.errors.donees}
          </Text>
        )}
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => form.insertListItem('donees', { personId: next, share: '' })}
          >
            {t('donations.form.addDonee')}
          </Button>
          {donees.length > 1 && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconEqual size={16} />}
              onClick={() => split(donees)}
            >
              {t('donations.form.equally')}
            </Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}
