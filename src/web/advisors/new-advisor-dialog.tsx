import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { AdvisorForm } from './advisor-form.tsx';

type Props = { dossierId: string; opened: boolean; onClose: () => void };

/** The dialog behind 'Add an advisor' (R6). */
export function NewAdvisorDialog({ dossierId, opened, onClose }: Props) {
  const { t } = useTranslation();
  const [isDirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <FormDialog opened={opened} onClose={close} isDirty={isDirty} title={t('advisor.add')}>
      <AdvisorForm dossierId={dossierId} onDirty={setDirty} onSaved={close} />
    </FormDialog>
  );
}
