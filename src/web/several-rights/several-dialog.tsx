import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { SeveralForm } from './several-form.tsx';

type Props = { dossierId: string; lines: Line[]; opened: boolean; onClose: () => void };

/** The dialog that gives access to several at once. */
export function SeveralDialog({ dossierId, lines, opened, onClose }: Props) {
  const { t } = useTranslation();
  const [isDirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <FormDialog opened={opened} onClose={close} title={t('severalRights.title')} size="lg" isDirty={isDirty}>
      <SeveralForm dossierId={dossierId} lines={lines} onDirty={setDirty} onSaved={close} />
    </FormDialog>
  );
}
