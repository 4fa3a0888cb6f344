import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInventory } from '../wealth/use-inventory.ts';

type Props = NativeSelectProps & { dossierId: string };

/** The item of the wealth inventory that was given, where it is one of them; one that left it since stays chosen. */
export function ItemField({ dossierId, value, ...rest }: Props) {
  const { t } = useTranslation();
  const items = useInventory(dossierId).data?.items ?? [];
  const isGone = value && !items.some(({ id }) => id === value);
  return (
    <NativeSelect
      {...rest}
      value={value}
      label={t('donations.form.item')}
      data={[
        { value: '', label: t('donations.form.noItem') },
        ...(isGone ? [{ value: String(value), label: t('donations.form.itemGone') }] : []),
        ...items.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
