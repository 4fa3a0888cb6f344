import { allows } from '../../domain/capabilities.ts';
import { type GrantedRight, grantedRights } from '../../domain/words.ts';
import { useDossier } from '../dossiers/use-dossier.ts';

/** The rights that the reader may give, least first: a holder gives at most his own (R3). */
export function useLevels(): readonly GrantedRight[] {
  const { data: dossier } = useDossier();
  const { capabilities, roles } = dossier?.me ?? {};
  if (capabilities && allows(capabilities, 'familyAccess', 'manage')) return grantedRights;
  const writes = roles?.some(
    ({ name, right }) => (name === 'holder' || name === 'co_holder') && right === 'read_write',
  );
  return writes ? grantedRights : ['read_only'];
}
