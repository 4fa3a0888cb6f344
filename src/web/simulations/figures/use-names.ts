import { useTranslation } from 'react-i18next';
import { nameOf } from '../../shell/name-of.ts';
import type { Simulation } from '../use-simulations.ts';

/** The names of persons and items as they were when simulations were calculated; null is somebody outside the family. */
export function useNames(simulations: Simulation[]) {
  const { t } = useTranslation();
  const persons = new Map(
    simulations.flatMap(({ inputs }) => inputs.persons.map((person) => [person.id, nameOf(person)] as const)),
  );
  const items = new Map(
    simulations.flatMap(({ inputs }) => inputs.items.map(({ id, name }) => [id, name] as const)),
  );
  return {
    person: (id: string | null) => (id === null ? t('simulations.outsider') : (persons.get(id) ?? '?')),
    item: (id: string) => items.get(id) ?? '?',
  };
}
