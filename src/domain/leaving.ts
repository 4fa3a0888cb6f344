import { type RoleFacts, rolesOf } from './roles.ts';

/**
 * Why an account may not leave a dossier, which ends all access that it has there as an external party, also what
 * still waits for its number (R10); null: it may. Access of a central person is for ever (R5); a team's member goes by
 * the team's own ways (R1, R8).
 */
export function refusalToLeave(facts: RoleFacts): 'not_found' | 'access_irrevocable' | 'not_external' | null {
  const { hats } = facts;
  if (hats.some(({ central }) => central)) return 'access_irrevocable';
  if (hats.length > 0) return null;
  return rolesOf(facts).length > 0 ? 'not_external' : 'not_found';
}

/** Whether an account may leave a dossier. */
export const mayLeave = (facts: RoleFacts): boolean => refusalToLeave(facts) === null;
