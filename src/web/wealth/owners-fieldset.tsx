import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconEqual, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isDebt, ownershipForms } from '../../domain/words.ts';
import type { Person } from '../family/use-family.ts';
import { equalShare } from '../inventory/shares.ts';
import type { TypedItem } from './item-body.ts';
import { OwnerFields } from './owner-fields.tsx';

type Props = { form: UseFormReturnType<TypedItem>; persons: Person[] };

/** Whose an item is, each part of it: full ownership, or its two halves, usufruct and bare ownership. */
export function OwnersFieldset({ form, persons }: Props) {
  const { t } = useTranslation();
  const { kind, owners } = form.values;
  const next = persons.find(({ id }) => !owners.some((owner) => owner.personId === id))?.id ?? '';
  const splitEqually = () =>
    form.setFieldValue(
      'owners',
      owners.map((owner) => {
        const count = owners.filter((other) => isDebt(kind) || other.form === owner.form).length;
        return { ...owner, share: equalShare(count) };
      }),
    );
  const isSplit = new Set(owners.map((owner) => owner.form === 'full')).size > 1;
  return (
    <Fieldset
      // The place of what is wrong with the owners together.
      data-path="owners"
      legend={t(isDebt(kind) ? 'wealth.form.debtors' : 'wealth.form.owners')}
      p={{ base: 'xs', xs: 'md' }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(isDebt(kind) ? 'wealth.form.debtorsHelp' : 'wealth.form.ownersHelp')}
        </Text>
        {owners.map((_, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the form names owners by their place
          <OwnerFields key={nth} form={form} nth={nth} persons={persons} />
        ))}
        {form.errors.owners && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.errors.owners}
          </Text>
        )}
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() =>
              form.insertListItem('owners', {
                personId: next,
                form: owners.at(-1)?.form ?? ownershipForms[0],
                share: '',
              })
            }
          >
            {t('wealth.form.addOwner')}
          </Button>
          {owners.length > 1 && !isSplit && (
            <Button size="xs" variant="default" leftSection={<IconEqual size={16} />} onClick={splitEqually}>
              {t('wealth.form.equally')}
            </Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}
