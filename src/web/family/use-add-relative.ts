import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { nameOf } from '../shell/name-of.ts';
import { personBody } from './typed-person.ts';
import { linksOf, type Relation, type TypedRelative } from './typed-relative.ts';
import { unionBody } from './typed-union.ts';
import { useChanged } from './use-changed.ts';
import type { Family } from './use-family.ts';

type Options = {
  family: Family;
  relation: Relation | null;
  /** A new person was saved, whatever becomes of the links. */
  onMade: (id: string) => void;
  onSaved: () => void;
};

/** Adds a person, then what relates him to another: one save for who typed it. */
export function useAddRelative(d: string, { family, relation, onMade, onSaved }: Options) {
  const { t } = useTranslation();
  const changed = useChanged(d);
  const keyOf = useIdempotencyKey();
  const path = { d };
  const known = (id: string) => family.persons.find((person) => person.id === id);
  const relate = async (typed: TypedRelative, id: string) => {
    if (relation?.role === 'partner') {
      const body = { ...unionBody(typed), personIds: [relation.to.id, id] };
      await answered(
        api.POST('/api/dossiers/{d}/family/unions', { params: { path, header: keyOf(body) }, body }),
      );
    }
    for (const body of linksOf(typed, relation, id)) {
      await answered(
        api.POST('/api/dossiers/{d}/family/parents', { params: { path, header: keyOf(body) }, body }),
      );
    }
  };
  return useMutation({
    mutationFn: async (typed: TypedRelative) => {
      if (typed.who !== 'new') return relate(typed, typed.personId);
      const body = personBody(typed);
      const made = await answered(
        api.POST('/api/dossiers/{d}/family/persons', { params: { path, header: keyOf(body) }, body }),
      );
      try {
        await relate(typed, made.id);
      } catch (error) {
        // The person is there now: another try relates him, and makes nobody twice.
        await changed();
        onMade(made.id);
        throw error;
      }
    },
    onSuccess: async (_, typed) => {
      const person = typed.who === 'new' ? typed : known(typed.personId);
      await changed(t('family.added', { name: person ? nameOf(person) : '' }));
      onSaved();
    },
  });
}
