import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { AdvisorForm } from './advisor-form.tsx';
import { useAdvisor } from './use-advisor.ts';

type Props = { dossierId: string; id: string; name: string; opened: boolean; onClose: () => void };

function Editing({ dossierId, id, onClose }: Pick<Props, 'dossierId' | 'id' | 'onClose'>) {
  const { data: advisor, isFetchedAfterMount } = useAdvisor(dossierId, id);
  if (!advisor || !isFetchedAfterMount) return <Loader />;
  return <AdvisorForm dossierId={dossierId} advisor={advisor} onSaved={onClose} />;
}

/** The dialog with an advisor's personal data; a pending access is corrected with it (R13). */
export function EditAdvisor({ name, opened, onClose, ...whose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('advisor.editTitle', { name })}>
      <Editing {...whose} onClose={onClose} />
    </FormDialog>
  );
}
