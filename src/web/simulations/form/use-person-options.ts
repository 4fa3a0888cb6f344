import { useTranslation } from 'react-i18next';
import type { Inputs } from '../../../domain/simulation.ts';
import { nameOf } from '../../shell/name-of.ts';
import { outsider } from './values.ts';

type Option = { value: string; label: string };

/** The living persons of the family as a choice; `first` come first. */
export function usePersonOptions({ persons }: Inputs) {
  const { t } = useTranslation();
  const nothing: Option = { value: '', label: t('simulations.choose') };
  const living = persons
    .filter(({ deathDate }) => !deathDate)
    .map((person): Option => ({ value: person.id, label: nameOf(person) }));
  return {
    nothing,
    persons: [nothing, ...living],
    /** With somebody outside the family, last. */
    withOutsider: [nothing, ...living, { value: outsider, label: t('simulations.outsider') }],
  };
}
