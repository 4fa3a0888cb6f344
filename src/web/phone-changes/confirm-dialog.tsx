import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form.tsx';
import { nameOf, type WaitingChange } from './use-waiting-changes.ts';

type Props = { change: WaitingChange | null; onClose: () => void };

/** The dialog in which somebody else's new number is confirmed. */
export function ConfirmDialog({ change, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={change !== null}
      onClose={onClose}
      title={change ? t('phoneChange.list.confirmTitle', { name: nameOf(change) }) : ''}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      {change && <ConfirmForm key={change.id} change={change} onClose={onClose} />}
    </Modal>
  );
}
