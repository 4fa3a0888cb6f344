import { useTranslation } from 'react-i18next';
import type { Person } from '../family/use-family.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { ItemForm } from './item-form.tsx';
import type { Item } from './use-inventory.ts';

type Props = {
  dossierId: string;
  persons: Person[];
  /** The item that is changed, `new` for one that is entered, or null: closed. */
  edited: Item | 'new' | null;
  onEdit: (item: Item | null) => void;
};

/** The dialog in which an item is entered or changed. */
export function ItemDialog({ dossierId, persons, edited, onEdit }: Props) {
  const { t } = useTranslation();
  const item = edited === 'new' ? null : edited;
  const close = () => onEdit(null);
  return (
    <FormDialog
      opened={edited !== null}
      onClose={close}
      size="lg"
      title={item ? t('wealth.edit', { name: item.name }) : t('wealth.add')}
    >
      {edited !== null && (
        <ItemForm
          key={item ? `${item.id} ${item.version}` : 'new'}
          dossierId={dossierId}
          item={item}
          persons={persons}
          onTakeTheirs={onEdit}
          onSaved={close}
        />
      )}
    </FormDialog>
  );
}
