import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';

export type Person = Schemas['Person'];

/** The persons of a family, and how to name the owner, donor or donee that an id stands for. */
export function usePersons(d: string) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['family', d],
    queryFn: () => answered(api.GET('/api/dossiers/{d}/family', { params: { path: { d } } })),
  });
  const persons = data?.persons ?? [];
  const names = new Map(persons.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  return {
    persons,
    isReady: data !== undefined,
    error,
    /** Null, and who isn't of the family any more: those outside it. */
    nameOf: (id: string | null) => (id && names.get(id)) || t('inventory.outside'),
  };
}
