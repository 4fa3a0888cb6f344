import { addedFlaws, type FlawReason, type Tree } from '../../domain/family-tree.ts';
import { type FieldError, Problem } from '../problem.ts';

const messages: Record<FlawReason, string> = {
  own_ancestor: 'Somebody would be an ancestor of himself.',
  born_before_parent: 'A child would not be younger than a parent.',
  third_birth_parent: 'A child would have a third parent by birth.',
  overlapping_marriages: 'Somebody would be married twice at a time.',
  union_outside_life: 'A union would start or end before somebody was born, or after he died.',
};

/**
 * Refuses a change that makes the family impossible; what was impossible before refuses nothing.
 * @param without for a field of the request, the family as it would be without it: the first one without which a flaw
 * were not there is named, or `otherwise`
 * @throws Problem `impossible_tree`, its `errors` with the reasons as codes
 */
export function refuseFlaws(
  before: Tree,
  after: Tree,
  without: Record<string, Tree>,
  otherwise: string,
): void {
  const flaws = addedFlaws(before, after);
  if (flaws.length === 0) return;
  const left = Object.entries(without).map(([field, tree]) => ({ field, flaws: addedFlaws(before, tree) }));
  const errors = flaws.map(({ reason, of }): FieldError => {
    const cause = left.find((one) => !one.flaws.some((flaw) => flaw.reason === reason && flaw.of === of));
    return { field: cause?.field ?? otherwise, code: reason, message: messages[reason] };
  });
  const byFieldAndCode = new Map(errors.map((error) => [`${error.field} ${error.code}`, error]));
  throw new Problem('impossible_tree', { errors: [...byFieldAndCode.values()] });
}
