import { Loader } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { AdvisorForm } from './advisor-form.tsx';
import { useAdvisor } from './use-advisor.ts';

type Props = { dossierId: string; id: string; name: string; opened: boolean; onClose: () => void };

/** The dialog with an advisor's personal data; a pending access is corrected with it (R13). */
export function EditAdvisor({ dossierId, id, name, opened, onClose }: Props) {
  const { t } = useTranslation();
  const [isDirty, setDirty] = useState(false);
  const { data: advisor, isFetching } = useAdvisor(dossierId, id, opened);
  const close = () => {
    setDirty(false);
    onClose();
  };
  return (
    <FormDialog opened={opened} onClose={close} isDirty={isDirty} title={t('advisor.editTitle', { name })}>
      {advisor && (!isFetching || isDirty) ? (
        <AdvisorForm dossierId={dossierId} advisor={advisor} onDirty={setDirty} onSaved={close} />
      ) : (
        <Loader />
      )}
    </FormDialog>
  );
}
