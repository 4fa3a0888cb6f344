import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { RefusedSave } from '../shell/refused-save.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useChanged } from './use-changed.ts';
import { useDescribeFamily } from './use-describe-family.ts';

type Versioned = { version: number };
type Props<Thing extends Versioned, Typed> = {
  dossierId: string;
  title: string;
  size?: 'lg';
  /** What is corrected, as it was read. */
  thing: Thing;
  form: UseFormReturnType<Typed>;
  typedOf: (thing: Thing) => Typed;
  save: (typed: Typed, header: { 'If-Match': string }) => Promise<unknown>;
  /** What a toast says of a save. */
  saved: (typed: Typed) => string;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog in which something of the family is corrected. Who saves too late sees what has changed since. */
export function CorrectionDialog<Thing extends Versioned, Typed>(props: Props<Thing, Typed>) {
  const { dossierId, title, size = 'md', thing, form, typedOf, save, saved, onClose, children } = props;
  const { t } = useTranslation();
  const describe = useDescribeFamily();
  const changed = useChanged(dossierId);
  const [version, setVersion] = useState(thing.version);
  const correct = useMutation({
    mutationFn: ({ typed, over }: { typed: Typed; over: number }) => save(typed, { 'If-Match': `"${over}"` }),
    onSuccess: async (_, { typed }) => {
      await changed(saved(typed));
      onClose();
    },
  });
  const isBeside = useFieldErrors(correct.error, form, { of: 'family' });
  const takeTheirs = (current: Thing) => {
    form.setInitialValues(typedOf(current));
    form.reset();
    setVersion(current.version);
    correct.reset();
    void changed();
  };
  return (
    <FormDialog opened onClose={onClose} title={title} size={size}>
      <form noValidate onSubmit={form.onSubmit((typed) => correct.mutate({ typed, over: version }))}>
        <Unsaved when={form.isDirty() && !correct.isSuccess} />
        <Stack>
          <RefusedSave<Thing>
            error={correct.error}
            isBeside={isBeside}
            describe={describe}
            onTakeTheirs={takeTheirs}
            onKeepMine={(over) => correct.mutate({ typed: form.getValues(), over })}
          />
          {children}
          <Group justify="end">
            <Button type="submit" loading={correct.isPending}>
              {t('family.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}
