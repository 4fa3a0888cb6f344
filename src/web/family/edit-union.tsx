import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { staleOf } from '../shell/stale.ts';
import { StaleAlert } from '../shell/stale-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { type TypedUnion, typedUnionOf, unionBody } from './typed-union.ts';
import { UnionFields } from './union-fields.tsx';
import { useChanged } from './use-changed.ts';
import { useDescribeFamily } from './use-describe-family.ts';
import type { Union } from './use-family.ts';

type Props = { dossierId: string; union: Union; names: string; onClose: () => void };

/** Corrects the kind and the days of a union: a divorce is its end. */
export function EditUnion({ dossierId, union, names, onClose }: Props) {
  const { t } = useTranslation();
  const describe = useDescribeFamily();
  const changed = useChanged(dossierId);
  const [version, setVersion] = useState(union.version);
  const form = useForm({ initialValues: typedUnionOf(union) });
  const save = useMutation({
    mutationFn: ({ typed, over }: { typed: TypedUnion; over: number }) =>
      answered(
        api.PATCH('/api/dossiers/{d}/family/unions/{u}', {
          params: { path: { d: dossierId, u: union.id }, header: { 'If-Match': `"${over}"` } },
          body: unionBody(typed),
        }),
      ),
    onSuccess: async () => {
      await changed(t('family.unionSaved', { names }));
      onClose();
    },
  });
  const stale = staleOf(save.error);
  const isBesideFields = useFieldErrors(save.error, form.setFieldError, { of: 'family' });
  const takeTheirs = () => {
    form.setInitialValues(typedUnionOf(stale!.current as Union));
    form.reset();
    setVersion(stale!.version);
    save.reset();
    void changed();
  };
  return (
    <FormDialog opened onClose={onClose} title={t('family.unionTitle', { names })}>
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
          <UnionFields field={form.getInputProps} kind={form.values.kind} />
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
