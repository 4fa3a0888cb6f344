export const saveOutcomes = ['given', 'changed', 'corrected', 'withdrawn', 'unchanged'] as const;
/** What a save did to a line of the access rights. `corrected`: contact data, whatever else changed with them. */
export type SaveOutcome = (typeof saveOutcomes)[number];

type Grant = { email: string; phone: string };

/** What a save did, from the grant as it found it and as it left it: the same object where nothing changed. */
export function saveOutcome<G extends Grant>(before: G | null, after: G | null): SaveOutcome {
  if (after === before) return 'unchanged';
  if (!before) return 'given';
  if (!after) return 'withdrawn';
  return after.email === before.email && after.phone === before.phone ? 'changed' : 'corrected';
}
