import { useTranslation } from 'react-i18next';
import type { Person } from '../family/use-family.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { DonationForm } from './donation-form.tsx';
import type { Donation } from './use-donations.ts';

type Props = {
  dossierId: string;
  persons: Person[];
  nameOf: (id: string | null) => string;
  /** The donation that is changed, `new` for one that is added, or null: closed. */
  edited: Donation | 'new' | null;
  onEdit: (donation: Donation | null) => void;
};

/** The dialog in which a donation is added or changed. */
export function DonationDialog({ edited, onEdit, ...rest }: Props) {
  const { t } = useTranslation();
  const donation = edited === 'new' ? null : edited;
  const close = () => onEdit(null);
  return (
    <FormDialog
      opened={edited !== null}
      onClose={close}
      size="lg"
      title={donation ? t('donations.edit', { description: donation.description }) : t('donations.add')}
    >
      {edited !== null && (
        <DonationForm
          key={donation ? `${donation.id} ${donation.version}` : 'new'}
          {...rest}
          donation={donation}
          onTakeTheirs={onEdit}
          onSaved={close}
        />
      )}
    </FormDialog>
  );
}
