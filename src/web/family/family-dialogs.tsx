import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../shell/name-of.ts';
import { useIsAsked } from '../shell/use-is-asked.ts';
import { AddRelative } from './add-relative.tsx';
import { EditPerson } from './edit-person.tsx';
import { EditUnion } from './edit-union.tsx';
import { PersonDetails } from './person-details.tsx';
import type { Relation } from './typed-relative.ts';
import type { Family, Person, Union } from './use-family.ts';

/** The form that is open: for a new person, a person's relative, a person or a union. */
export type Dialog =
  | { kind: 'add' }
  | { kind: 'relative'; relation: Relation }
  | { kind: 'person'; person: Person }
  | { kind: 'union'; union: Union };

type Props = {
  dossierId: string;
  family: Family;
  mayWrite: boolean;
  mayMark: boolean;
  /** Whose details are shown; they make way for a form, and come back after it. */
  shown: Person | null;
  dialog: Dialog | null;
  onShow: (id: string | null) => void;
  onDialog: (dialog: Dialog | null) => void;
};

/** A person's details beside the tree, and the forms that they lead to. */
export function FamilyDialogs(props: Props) {
  const { t } = useTranslation();
  const { dossierId, family, mayWrite, mayMark, shown, dialog, onShow, onDialog } = props;
  const isAsked = useIsAsked();
  const close = () => onDialog(null);
  const names = (union: Union) =>
    family.persons
      .filter(({ id }) => union.personIds.includes(id))
      .map(nameOf)
      .join(' – ');
  return (
    <>
      <Drawer
        opened={shown !== null && dialog === null}
        onClose={() => !isAsked() && onShow(null)}
        position="right"
        title={shown ? nameOf(shown) : ''}
        closeButtonProps={{ 'aria-label': t('leave.close') }}
      >
        {shown && (
          <PersonDetails
            key={shown.id}
            dossierId={dossierId}
            family={family}
            person={shown}
            mayWrite={mayWrite}
            mayMark={mayMark}
            onShow={onShow}
            onEdit={() => onDialog({ kind: 'person', person: shown })}
            onAdd={(role) => onDialog({ kind: 'relative', relation: { role, to: shown } })}
            onEditUnion={(union) => onDialog({ kind: 'union', union })}
            onRemoved={() => onShow(null)}
          />
        )}
      </Drawer>
      {dialog?.kind === 'add' && (
        <AddRelative dossierId={dossierId} family={family} relation={null} onClose={close} />
      )}
      {dialog?.kind === 'relative' && (
        <AddRelative dossierId={dossierId} family={family} relation={dialog.relation} onClose={close} />
      )}
      {dialog?.kind === 'person' && (
        <EditPerson dossierId={dossierId} person={dialog.person} onClose={close} />
      )}
      {dialog?.kind === 'union' && (
        <EditUnion dossierId={dossierId} union={dialog.union} names={names(dialog.union)} onClose={close} />
      )}
    </>
  );
}
