import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { nameOf } from '../shell/name-of.ts';
import { useChanged } from './use-changed.ts';
import type { Family, Person } from './use-family.ts';

/** What is removed: a person with all his links, a union, or a link between child and parent. */
export type Removed = {
  kind: 'person' | 'union' | 'link';
  id: string;
  version: number;
  /** Whom the question and the toast name. */
  names: string;
  /** How many unions and links go with a person. */
  count: number;
};

/** A person, as what is to be removed. */
export const removedPerson = (person: Person, { unions, parents }: Family): Removed => ({
  kind: 'person',
  id: person.id,
  version: person.version,
  names: nameOf(person),
  count:
    unions.filter(({ personIds }) => personIds.includes(person.id)).length +
    parents.filter((link) => link.childId === person.id || link.parentId === person.id).length,
});

/** Removes something of the family after saying what follows from it. */
export function useRemove(d: string, onRemoved: (what: Removed) => void) {
  const { t } = useTranslation();
  const changed = useChanged(d);
  const remove = useMutation({
    mutationFn: ({ kind, id, version }: Removed) => {
      const header = { 'If-Match': `"${version}"` };
      switch (kind) {
        case 'person':
          return answered(
            api.DELETE('/api/dossiers/{d}/family/persons/{p}', { params: { path: { d, p: id }, header } }),
          );
        case 'union':
          return answered(
            api.DELETE('/api/dossiers/{d}/family/unions/{u}', { params: { path: { d, u: id }, header } }),
          );
        case 'link':
          return answered(
            api.DELETE('/api/dossiers/{d}/family/parents/{l}', { params: { path: { d, l: id }, header } }),
          );
      }
    },
    onSuccess: async (_, what) => {
      await changed(t(`family.removed.${what.kind}`, { names: what.names }));
      onRemoved(what);
    },
    onError: () => changed(),
  });
  const ask = async (what: Removed) => {
    const { kind, names, count } = what;
    const sure = await confirmed(t, {
      title: t(`family.removing.${kind}`, { names }),
      consequences: kind === 'person' ? t('family.removingPerson', { count }) : t('family.removingLink'),
      verb: t('family.remove'),
    });
    if (sure) remove.mutate(what);
  };
  return { error: remove.error, isPending: remove.isPending, ask, forget: remove.reset };
}
