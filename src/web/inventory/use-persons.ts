import { useTranslation } from 'react-i18next';
import { type Person, useFamily } from '../family/use-family.ts';
import { nameOf } from '../shell/name-of.ts';

/** The persons of a family, and how to name the owner, donor or donee that an id stands for. */
export function usePersons(d: string) {
  const { t } = useTranslation();
  const { data, error } = useFamily(d);
  const persons: Person[] = data?.persons ?? [];
  const names = new Map(persons.map((person) => [person.id, nameOf(person)]));
  return {
    persons,
    isReady: data !== undefined,
    error,
    /** Null, and who isn't of the family any more: those outside it. */
    nameOf: (id: string | null) => (id && names.get(id)) || t('inventory.outside'),
  };
}
