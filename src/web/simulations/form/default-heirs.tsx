import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { defaultHeirs } from '../../../domain/devolution.ts';
import type { Owner } from '../../../domain/ownership.ts';
import type { DevolutionRule, Inputs } from '../../../domain/simulation.ts';
import { usePersonOptions } from './use-person-options.ts';
import type { Values } from './values.ts';

/** Who would inherit at the nth death of a form, if it doesn't say: by the rule that the projection itself asks. */
export function heirsByDefault({ deaths }: Values, nth: number, inputs: Inputs) {
  const { personId, year } = deaths[nth]!;
  const dead = new Set([
    ...inputs.persons.filter(({ deathDate }) => deathDate !== null).map(({ id }) => id),
    ...deaths.filter((death) => Number(death.year) <= Number(year)).map((death) => death.personId),
    personId,
  ]);
  return defaultHeirs(inputs, personId, dead);
}

type Props = { inputs: Inputs; rule: DevolutionRule; heirs: Owner[] };

/** Who inherits by default, and why. */
export function DefaultHeirs({ inputs, rule, heirs }: Props) {
  const { t } = useTranslation();
  const { persons } = usePersonOptions(inputs);
  const nameOf = (id: string | null) =>
    persons.find(({ value }) => value === id)?.label ?? t('simulations.outsider');
  return (
    <div>
      <Text size="sm">{t(`simulations.rules.${rule}`)}</Text>
      <List size="sm">
        {heirs.map(({ personId, form, share }) => (
          <List.Item key={`${personId} ${form}`}>
            {t('simulations.inherits', {
              name: nameOf(personId),
              share,
              form: t(`simulations.forms.${form}`).toLocaleLowerCase(),
            })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
