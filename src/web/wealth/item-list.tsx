import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { itemKinds } from '../../domain/words.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { Rows } from '../shell/rows.tsx';
import { ItemRow } from './item-row.tsx';
import type { Item, Totals } from './use-inventory.ts';

type Props = {
  items: Item[];
  /** The API's sums of each kind and currency; null while only some of the items are shown. */
  sums: Totals['byKind'] | null;
  nameOf: (id: string | null) => string;
  mayWrite: boolean;
  onEdit: (item: Item) => void;
  onHistory: (item: Item) => void;
  onRemove: (item: Item) => void;
};

/** The items by kind, assets before debts, each kind with its sum per currency. */
export function ItemList({ items, sums, onEdit, onHistory, onRemove, ...rest }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  return (
    <Stack gap="lg">
      {itemKinds
        .map((kind) => ({ kind, his: items.filter((item) => item.kind === kind) }))
        .filter(({ his }) => his.length > 0)
        .map(({ kind, his }) => (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <Group justify="space-between" wrap="nowrap" align="baseline">
              <Title order={3} size="h4" id={`kind-${kind}`}>
                {t(`wealth.kinds.${kind}`)}
              </Title>
              <Text fw={600} ta="end" style={{ fontVariantNumeric: 'tabular-nums' }}>
                {sums
                  ?.filter((sum) => sum.kind === kind)
                  .map(({ cents, currency }) => money(cents, currency))
                  .join(' + ')}
              </Text>
            </Group>
            <Table
              verticalSpacing="xs"
              aria-labelledby={`kind-${kind}`}
              aria-rowcount={his.length + 1}
              layout="auto"
            >
              <Table.Thead visibleFrom="sm">
                <Table.Tr aria-rowindex={1}>
                  <Table.Th w="40%">{t('wealth.form.name')}</Table.Th>
                  <Table.Th>{t('wealth.form.owners')}</Table.Th>
                  <Table.Th ta="end">{t('wealth.value')}</Table.Th>
                  <Table.Th w={124} aria-label={t('wealth.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Rows
                count={his.length}
                total={items.length}
                keyOf={(index) => his[index]!.id}
                estimate={66}
                columns={4}
                row={(index, ref) => (
                  <ItemRow
                    ref={ref}
                    index={index}
                    item={his[index]!}
                    {...rest}
                    onEdit={() => onEdit(his[index]!)}
                    onHistory={() => onHistory(his[index]!)}
                    onRemove={() => onRemove(his[index]!)}
                  />
                )}
              />
            </Table>
          </section>
        ))}
    </Stack>
  );
}
