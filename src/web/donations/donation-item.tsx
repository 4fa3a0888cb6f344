import { ActionIcon, Badge, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { TaxDates } from './tax-dates.tsx';
import type { Donation } from './use-donations.ts';

export type DonationActions = {
  nameOf: (id: string | null) => string;
  itemName: (id: string) => string | undefined;
  mayWrite: boolean;
  onEdit: (donation: Donation) => void;
  onRemove: (donation: Donation) => void;
};

/** A donation: who gave what to whom, when, how, and what follows from it for taxes. */
export function DonationItem({ donation, ...rest }: DonationActions & { donation: Donation }) {
  const { t } = useTranslation();
  const { money, day } = useFormats();
  const { nameOf, itemName, mayWrite, onEdit, onRemove } = rest;
  const { description, donees, cents, currency, category, form, itemId, conditions, registered } = donation;
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text fw={600}>
            {t('donations.gives', {
              donor: nameOf(donation.donorId),
              donees: donees
                .map(({ personId, share }) => nameOf(personId) + (donees.length > 1 ? ` (${share})` : ''))
                .join(', '),
            })}
          </Text>
          <Text size="sm">{description}</Text>
        </div>
        <Stack gap={4} align="end">
          <Text fw={600} style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
            {money(cents, currency)}
          </Text>
          {mayWrite && (
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('donations.edit', { description })}
                onClick={() => onEdit(donation)}
              >
                <IconPencil size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size="lg"
                color="red"
                aria-label={t('donations.remove.of', { description })}
                onClick={() => onRemove(donation)}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
          )}
        </Stack>
      </Group>
      <Group gap={6}>
        <Badge variant="light" tt="none">
          {t(`donations.categories.${category}`)}
        </Badge>
        <Badge variant="light" tt="none">
          {t(`donations.forms.${form}`)}
        </Badge>
        <Badge variant="light" tt="none" color={registered ? 'petrol' : 'gray'}>
          {t(registered ? 'donations.registered' : 'donations.notRegistered')}
        </Badge>
        {donation.usufructReserved && (
          <Badge variant="light" tt="none">
            {t('donations.form.usufructReserved')}
          </Badge>
        )}
      </Group>
      {donation.registeredOn && (
        <Text size="sm" c="dimmed">
          {t('donations.registeredOn', { day: day(donation.registeredOn) })}
        </Text>
      )}
      {itemId && (
        <Text size="sm" c="dimmed">
          {t('donations.ofItem', { item: itemName(itemId) ?? t('donations.form.itemGone') })}
        </Text>
      )}
      {conditions && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
          {t('donations.underConditions', { conditions })}
        </Text>
      )}
      <TaxDates tax={donation.tax} />
    </Stack>
  );
}
