import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { staleOf } from '../shell/stale.ts';
import { StaleAlert } from '../shell/stale-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { PersonFields } from './person-fields.tsx';
import { personBody, type TypedPerson, typedOf } from './typed-person.ts';
import { useChanged } from './use-changed.ts';
import { useDescribeFamily } from './use-describe-family.ts';
import type { Person } from './use-family.ts';

type Props = { dossierId: string; person: Person; onClose: () => void };

/** Corrects what is known of a person. Who saves too late sees what has changed since. */
export function EditPerson({ dossierId, person, onClose }: Props) {
  const { t } = useTranslation();
  const describe = useDescribeFamily();
  const changed = useChanged(dossierId);
  const [version, setVersion] = useState(person.version);
  const needed = (value: string) => (value.trim() ? null : t('family.needed'));
  const form = useForm({
    initialValues: typedOf(person),
    validate: { firstName: needed, lastName: needed },
  });
  const save = useMutation({
    mutationFn: ({ typed, over }: { typed: TypedPerson; over: number }) =>
      answered(
        api.PATCH('/api/dossiers/{d}/family/persons/{p}', {
          params: { path: { d: dossierId, p: person.id }, header: { 'If-Match': `"${over}"` } },
          body: personBody(typed),
        }),
      ),
    onSuccess: async (_, { typed }) => {
      await changed(t('family.saved', { name: nameOf(typed) }));
      onClose();
    },
  });
  const stale = staleOf(save.error);
  const isBesideFields = useFieldErrors(save.error, form.setFieldError, { of: 'family' });
  const takeTheirs = () => {
    form.setInitialValues(typedOf(stale!.current as Person));
    form.reset();
    setVersion(stale!.version);
    save.reset();
    void changed();
  };
  return (
    <FormDialog opened onClose={onClose} title={t('family.editTitle', { name: nameOf(person) })} size="lg">
      <form noValidate onSubmit={form.onSubmit((typed) => save.mutate({ typed, over: version }))}>
        <Unsaved when={form.isDirty() && !save.isSuccess} />
        <Stack>
          {stale ? (
            <StaleAlert
              stale={stale}
              describe={describe}
              onTakeTheirs={takeTheirs}
              onKeepMine={() => save.mutate({ typed: form.values, over: stale.version })}
            />
          ) : (
            save.error && !isBesideFields && <ProblemAlert error={save.error} />
          )}
          <PersonFields field={form.getInputProps} country={form.values.country} />
          <Group justify="end">
            <Button type="submit" loading={save.isPending}>
              {t('family.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}
