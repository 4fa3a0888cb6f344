import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { RightForm } from './right-form.tsx';
import type { Line } from './use-lines.ts';

type Props = { dossierId: string; line: Line | null; onClose: () => void };

/** The dialog behind the edit icon: contact data, right, until when, what will be sent; save. */
export function RightDialog({ dossierId, line, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      opened={line !== null}
      onClose={onClose}
      title={line ? t('right.title', { name: line.party.name }) : ''}
      size={1000}
    >
      {line && <RightForm key={line.party.id} dossierId={dossierId} line={line} onSaved={onClose} />}
    </FormDialog>
  );
}
