import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RightForm } from './right-form.tsx';
import type { Line } from './use-lines.ts';

type Props = { dossierId: string; line: Line | null; onClose: () => void };

/** The dialog behind the edit icon: contact data, right, save. */
export function RightDialog({ dossierId, line, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={line !== null}
      onClose={onClose}
      title={line ? t('right.title', { name: line.party.name }) : ''}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      {line && <RightForm key={line.party.id} dossierId={dossierId} line={line} onSaved={onClose} />}
    </Modal>
  );
}
