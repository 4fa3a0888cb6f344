import { useDossiers } from '../dossiers/use-dossiers.ts';

/** The dossiers that a member manages: they hold him in the team, and in a role that may (R1). */
export function useManaged(memberId: string) {
  const { dossiers, isWhole } = useDossiers();
  return { managed: dossiers.filter(({ manager }) => manager.id === memberId), isWhole };
}
