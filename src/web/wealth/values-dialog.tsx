import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { type Item, useWholeItem } from './use-inventory.ts';
import { ValueHistory } from './value-history.tsx';

type Props = { dossierId: string; item: Item | null; mayWrite: boolean; onClose: () => void };

type OfContent = { dossierId: string; item: Item; mayWrite: boolean };

function Content({ item, ...rest }: OfContent) {
  const { data, error } = useWholeItem(rest.dossierId, item.id);
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Skeleton h={120} />;
  return <ValueHistory {...rest} item={data} />;
}

/** The dialog with the history of an item's value. */
export function ValuesDialog({ item, onClose, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      opened={item !== null}
      onClose={onClose}
      title={item ? t('wealth.history.of', { name: item.name }) : ''}
    >
      {item && <Content {...rest} item={item} />}
    </FormDialog>
  );
}
