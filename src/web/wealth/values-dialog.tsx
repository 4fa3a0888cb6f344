import { Modal, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { type Item, useWholeItem } from './use-inventory.ts';
import { ValueHistory } from './value-history.tsx';

type Props = { dossierId: string; item: Item | null; mayWrite: boolean; onClose: () => void };

function Content({ dossierId, item, mayWrite }: { dossierId: string; item: Item; mayWrite: boolean }) {
  const { data, error } = useWholeItem(dossierId, item.id);
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Skeleton h={120} />;
  return <ValueHistory dossierId={dossierId} item={data} mayWrite={mayWrite} />;
}

/** The dialog with the history of an item's value. */
export function ValuesDialog({ item, onClose, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title={item ? t('wealth.history.of', { name: item.name }) : ''}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      {item && <Content {...rest} item={item} />}
    </Modal>
  );
}
