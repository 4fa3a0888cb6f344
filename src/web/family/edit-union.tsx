import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { typedUnionOf, unionBody } from './typed-union.ts';
import { UnionFields } from './union-fields.tsx';
import type { Union } from './use-family.ts';

type Props = { dossierId: string; union: Union; names: string; onClose: () => void };

/** Corrects the kind and the days of a union: a divorce is its end. */
export function EditUnion({ dossierId, union, names, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: typedUnionOf(union) });
  const path = { d: dossierId, u: union.id };
  return (
    <CorrectionDialog
      dossierId={dossierId}
      title={t('family.unionTitle', { names })}
      thing={union}
      form={form}
      typedOf={typedUnionOf}
      save={(typed, header) =>
        answered(
          api.PATCH('/api/dossiers/{d}/family/unions/{u}', {
            params: { path, header },
            body: unionBody(typed),
          }),
        )
      }
      saved={() => t('family.unionSaved', { names })}
      onClose={onClose}
    >
      <UnionFields field={form.getInputProps} kind={form.values.kind} />
    </CorrectionDialog>
  );
}
