import { Button, Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { nameOf } from '../shell/name-of.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useFieldText } from '../shell/problem-text.ts';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { LinkFields } from './link-fields.tsx';
import { PersonFields } from './person-fields.tsx';
import { flawsIn, type Relation, startOf, type TypedRelative } from './typed-relative.ts';
import { UnionFields } from './union-fields.tsx';
import { useAddRelative } from './use-add-relative.ts';
import type { Family } from './use-family.ts';

type Props = { dossierId: string; family: Family; relation: Relation | null; onClose: () => void };

/** Whom one is related to is chosen in one field, whatever the API calls him. */
const placed = (field: string) => (/^(parentId|childId|personIds(\.1)?)$/.test(field) ? 'personId' : field);

/** Adds a person to the family, or relates one who is there: as child, partner or parent of somebody. */
export function AddRelative({ dossierId, family, relation, onClose }: Props) {
  const { t } = useTranslation();
  const text = useFieldText('family');
  const others = family.persons.filter(({ id }) => id !== relation?.to.id);
  const needed = (value: string, { who }: TypedRelative) =>
    who === 'new' && !value.trim() ? t('family.needed') : null;
  const form = useForm({
    initialValues: startOf(relation, family),
    validate: {
      firstName: needed,
      lastName: needed,
      personId: (value, { who }) => (who === 'known' && !value ? t('family.choose') : null),
    },
  });
  const save = useAddRelative(dossierId, {
    family,
    relation,
    onMade: (id) => form.setValues({ who: 'known', personId: id }),
    onSaved: onClose,
  });
  const isBesideFields = useFieldErrors(save.error, form, { placed, of: 'family' });
  const submit = (typed: TypedRelative) => {
    const flaws = flawsIn(typed, relation, family);
    for (const { field, reason } of flaws) form.setFieldError(field, text(reason));
    if (flaws.length === 0) save.mutate(typed);
  };
  const title = relation
    ? t(`family.addTo.${relation.role}`, { name: nameOf(relation.to) })
    : t('family.addPerson');
  return (
    <FormDialog opened onClose={onClose} title={title} size="lg">
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Unsaved when={form.isDirty() && !save.isSuccess} />
        <Stack>
          {save.error && !isBesideFields && <ProblemAlert error={save.error} />}
          {relation && others.length > 0 && (
            <Radio.Group label={t('family.who')} {...form.getInputProps('who')}>
              <Group mt="xs">
                <Radio value="new" label={t('family.whoNew')} />
                <Radio value="known" label={t('family.whoKnown')} />
              </Group>
            </Radio.Group>
          )}
          {form.values.who === 'new' ? (
            <PersonFields field={form.getInputProps} country={form.values.country} />
          ) : (
            <NativeSelect
              label={t('family.person')}
              data={[
                { value: '', label: t('family.choose') },
                ...others.map((person) => ({ value: person.id, label: nameOf(person) })),
              ]}
              {...form.getInputProps('personId')}
            />
          )}
          {relation?.role === 'partner' && <UnionFields field={form.getInputProps} kind={form.values.kind} />}
          {relation && relation.role !== 'partner' && (
            <LinkFields field={form.getInputProps} relation={relation} family={family} />
          )}
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
