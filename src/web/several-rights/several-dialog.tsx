import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { SeveralForm } from './several-form.tsx';

type Props = { dossierId: string; lines: Line[]; opened: boolean; onClose: () => void };

/** The dialog that gives access to several at once. */
export function SeveralDialog({ dossierId, lines, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('severalRights.title')} size="lg">
      <SeveralForm dossierId={dossierId} lines={lines} onSaved={onClose} />
    </FormDialog>
  );
}
