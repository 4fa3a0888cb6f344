import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Central } from '../../domain/words.ts';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { nameOf } from '../shell/name-of.ts';
import { useChanged } from './use-changed.ts';
import type { Person } from './use-family.ts';

/** Marks or un-marks a central person, after saying what follows from it: the manager's alone (R18). */
export function useMarkCentral(d: string, person: Person) {
  const { t } = useTranslation();
  const changed = useChanged(d);
  const name = nameOf(person);
  const mark = useMutation({
    mutationFn: (central: Central | null) =>
      answered(
        api.PATCH('/api/dossiers/{d}/family/persons/{p}', {
          params: { path: { d, p: person.id }, header: { 'If-Match': `"${person.version}"` } },
          body: { central },
        }),
      ),
    onSuccess: (_, central) => changed(t(`family.marked.${central ?? 'none'}`, { name })),
    onError: () => changed(),
  });
  const ask = async (central: Central | null) => {
    const sure = await confirmed(t, {
      title: t(`family.marking.${central ?? 'none'}`, { name }),
      consequences: t(central ? 'family.markingMeans' : 'family.unmarkingMeans'),
      verb: t(central ? 'family.mark' : 'family.unmark'),
    });
    if (sure) mark.mutate(central);
  };
  return { error: mark.error, isPending: mark.isPending, ask };
}
