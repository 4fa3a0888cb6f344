import { useSearchParams } from 'react-router';
import { holdsWords } from '../shell/plain.ts';
import type { ListedDossier } from './use-dossiers.ts';

/** A manager who is not a present member of the team; stands in the address for all of them. */
export const absent = 'absent';

/** What is looked for in the list of dossiers. It is in the address, so that a link can lead to it, and the way back too. */
export function useDossierFilter() {
  const [query, setQuery] = useSearchParams();
  const search = query.get('q') ?? '';
  const state = query.get('state') ?? '';
  const manager = query.get('manager') ?? '';
  const set = (name: 'q' | 'state' | 'manager', value: string) =>
    setQuery(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  /** @param present the ids of the members who may manage dossiers */
  const takes = ({ name, closedAt, manager: his }: ListedDossier, present: ReadonlySet<string>) =>
    holdsWords(`${name} ${his.name}`, search) &&
    (state === '' || (state === 'closed') === (closedAt !== null)) &&
    (manager === '' || (manager === absent ? !present.has(his.id) : manager === his.id));
  const clear = () => setQuery({}, { replace: true, preventScrollReset: true });
  return { search, state, manager, set, clear, takes };
}
