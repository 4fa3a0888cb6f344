import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { AdvisorForm } from './advisor-form.tsx';

type Props = { dossierId: string; opened: boolean; onClose: () => void };

/** The dialog behind 'Add an advisor' (R6). */
export function NewAdvisorDialog({ dossierId, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('advisor.add')}>
      <AdvisorForm dossierId={dossierId} onSaved={onClose} />
    </FormDialog>
  );
}
