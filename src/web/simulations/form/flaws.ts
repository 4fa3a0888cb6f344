import { shareIn } from '../../../domain/ownership.ts';
import { refusalsOf } from '../../../domain/refusals.ts';
import type { Inputs } from '../../../domain/simulation.ts';
import type { Flaws } from '../../shell/problem-text.ts';
import { assumptionsOf, type Values } from './values.ts';

/** What is wrong with a form, by field: first what is missing, then what the rule of the projection itself refuses. */
export function flawsOf(values: Values, inputs: Inputs): Flaws {
  const found = missingIn(values);
  if (Object.keys(found).length > 0) return found;
  // Of several in one field the first is said.
  const refusals = refusalsOf(inputs, assumptionsOf(values)).map(({ field, code }) => [field, code] as const);
  return Object.fromEntries(refusals.reverse());
}

function missingIn({ name, horizon, donations, deaths }: Values): Flaws {
  const found: Flaws = {};
  const need = (field: string, value: string | number) => {
    if (String(value).trim() === '') found[field] = 'required';
  };
  const part = (field: string, { personId, share }: { personId: string; share: string }) => {
    need(`${field}.personId`, personId);
    shareOf(`${field}.share`, share);
  };
  const shareOf = (field: string, share: string) => {
    if (shareIn(share.trim()) === null) found[field] = 'not_a_share';
  };
  need('name', name);
  if (!(Number(horizon) >= 1 && Number(horizon) <= 50)) found.horizon = 'not_a_horizon';
  for (const [i, { year, itemId, donorId, share, donees }] of donations.entries()) {
    need(`donations.${i}.year`, year);
    need(`donations.${i}.itemId`, itemId);
    need(`donations.${i}.donorId`, donorId);
    shareOf(`donations.${i}.share`, share);
    for (const [j, donee] of donees.entries()) part(`donations.${i}.donees.${j}`, donee);
  }
  for (const [i, { year, personId, heirs }] of deaths.entries()) {
    need(`deaths.${i}.year`, year);
    need(`deaths.${i}.personId`, personId);
    for (const [j, heir] of heirs.entries()) part(`deaths.${i}.heirs.${j}`, heir);
  }
  return found;
}
