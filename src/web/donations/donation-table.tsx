import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { AmountCell, cell } from '../inventory/amount-cell.tsx';
import { Rows, rowAt } from '../shell/rows.tsx';
import type { DonationActions } from './donation-item.tsx';
import type { Donation } from './use-donations.ts';

/** The donations as a list, a line each, the newest first. */
export function DonationTable(props: DonationActions & { donations: Donation[] }) {
  const { donations, nameOf, mayWrite, onEdit, onRemove } = props;
  const { t } = useTranslation();
  const { money, day } = useFormats();
  const newest = donations.toReversed();
  return (
    <Table verticalSpacing="xs" aria-label={t('donations.list')} aria-rowcount={newest.length + 1}>
      <Table.Thead visibleFrom="sm">
        <Table.Tr aria-rowindex={1}>
          <Table.Th>{t('donations.form.givenOn')}</Table.Th>
          <Table.Th>{t('donations.form.donor')}</Table.Th>
          <Table.Th>{t('donations.form.donees')}</Table.Th>
          <Table.Th>{t('donations.form.description')}</Table.Th>
          <Table.Th ta="end">{t('donations.form.amount')}</Table.Th>
          {mayWrite && <Table.Th w={90} aria-label={t('donations.actions')} />}
        </Table.Tr>
      </Table.Thead>
      <Rows
        count={newest.length}
        keyOf={(index) => newest[index]!.id}
        estimate={60}
        columns={mayWrite ? 6 : 5}
        row={(index, ref) => {
          const donation = newest[index]!;
          return (
            <Table.Tr ref={ref} {...rowAt(index)}>
              <Table.Td display={cell}>{day(donation.givenOn)}</Table.Td>
              <Table.Td display={cell}>{nameOf(donation.donorId)}</Table.Td>
              <Table.Td display={cell}>
                {donation.donees.map(({ personId }) => nameOf(personId)).join(', ')}
              </Table.Td>
              <Table.Td display={cell}>
                {donation.description}
                <Text span display="block" size="xs" c="dimmed">
                  {t(`donations.categories.${donation.category}`)} · {t(`donations.forms.${donation.form}`)}
                </Text>
              </Table.Td>
              <AmountCell label={t('donations.form.amount')}>
                {money(donation.cents, donation.currency)}
              </AmountCell>
              {mayWrite && (
                <Table.Td display={cell}>
                  <Group gap={4} justify="end" wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('donations.edit', { description: donation.description })}
                      onClick={() => onEdit(donation)}
                    >
                      <IconPencil size={18} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      aria-label={t('donations.remove.of', { description: donation.description })}
                      onClick={() => onRemove(donation)}
                    >
                      <IconTrash size={18} />
                    </ActionIcon>
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          );
        }}
      />
    </Table>
  );
}
