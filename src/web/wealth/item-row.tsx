import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { isDebt } from '../../domain/words.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { AmountCell, cell } from '../inventory/amount-cell.tsx';
import { rowAt } from '../shell/rows.tsx';
import type { Item } from './use-inventory.ts';

export type ItemActions = { onEdit: () => void; onHistory: () => void; onRemove: () => void };
type Props = ItemActions & {
  item: Item;
  nameOf: (id: string | null) => string;
  mayWrite: boolean;
  /** Its place in its table, from 0. */
  index: number;
  ref?: Ref<HTMLTableRowElement> | undefined;
};

/** An asset or a debt: its name, whose it is, its newest value, and what the reader may do with it. */
export function ItemRow({ item, nameOf, mayWrite, index, ref, onEdit, onHistory, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  const { money, day } = useFormats();
  const { name, description, country, owners, kind, value, currency } = item;
  const place = country && new Intl.DisplayNames(i18n.language, { type: 'region' }).of(country);
  return (
    <Table.Tr ref={ref} {...rowAt(index)}>
      <Table.Td display={cell} style={{ verticalAlign: 'top' }}>
        <Text fw={500}>{name}</Text>
        {(place || description) && (
          <Text size="sm" c="dimmed" lineClamp={3} style={{ whiteSpace: 'pre-line' }}>
            {[place, description].filter(Boolean).join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td display={cell} style={{ verticalAlign: 'top' }}>
        {owners.map(({ personId, form, share }) => (
          <Text key={`${personId} ${form}`} size="sm">
            {nameOf(personId)}
            {(owners.length > 1 || form !== 'full') && (
              <Text span inherit c="dimmed">
                {` ${share}`}
                {!isDebt(kind) && form !== 'full' && ` · ${t(`wealth.forms.${form}`)}`}
              </Text>
            )}
          </Text>
        ))}
      </Table.Td>
      <AmountCell label={t('wealth.value')} fw={500} style={{ verticalAlign: 'top' }}>
        {money(value.cents, currency)}
        <Text span display="block" size="xs" c="dimmed" fw={400}>
          {t('wealth.valuedOn', { day: day(value.valuedOn) })}
        </Text>
      </AmountCell>
      <Table.Td display={cell} w={{ base: '100%', sm: 124 }} style={{ verticalAlign: 'top' }}>
        <Group gap={4} justify="end" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('wealth.history.of', { name })}
            onClick={onHistory}
          >
            <IconHistory size={18} />
          </ActionIcon>
          {mayWrite && (
            <>
              <ActionIcon variant="subtle" size="lg" aria-label={t('wealth.edit', { name })} onClick={onEdit}>
                <IconPencil size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size="lg"
                color="red"
                aria-label={t('wealth.remove.of', { name })}
                onClick={onRemove}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
