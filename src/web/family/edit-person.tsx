import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { nameOf } from '../shell/name-of.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { PersonFields } from './person-fields.tsx';
import { personBody, typedOf } from './typed-person.ts';
import type { Person } from './use-family.ts';

type Props = { dossierId: string; person: Person; onClose: () => void };

/** Corrects what is known of a person. */
export function EditPerson({ dossierId, person, onClose }: Props) {
  const { t } = useTranslation();
  const needed = (value: string) => (value.trim() ? null : t('family.needed'));
  const form = useForm({
    initialValues: typedOf(person),
    validate: { firstName: needed, lastName: needed },
  });
  const path = { d: dossierId, p: person.id };
  return (
    <CorrectionDialog
      dossierId={dossierId}
      title={t('family.editTitle', { name: nameOf(person) })}
      size="lg"
      thing={person}
      form={form}
      typedOf={typedOf}
      save={(typed, header) =>
        answered(
          api.PATCH('/api/dossiers/{d}/family/persons/{p}', {
            params: { path, header },
            body: personBody(typed),
          }),
        )
      }
      saved={(typed) => t('family.saved', { name: nameOf(typed) })}
      onClose={onClose}
    >
      <PersonFields field={form.getInputProps} country={form.values.country} />
    </CorrectionDialog>
  );
}
