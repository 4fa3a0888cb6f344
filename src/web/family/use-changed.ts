import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { linesKey } from '../access-rights/use-lines.ts';
import { familyKey } from './use-family.ts';

/** After a change of the family: reads it and the access rights again, and says in a toast what was done. */
export function useChanged(d: string): (message?: string) => Promise<void> {
  const queries = useQueryClient();
  return async (message) => {
    void queries.invalidateQueries({ queryKey: linesKey(d) });
    await queries.invalidateQueries({ queryKey: familyKey(d) });
    if (message) notifications.show({ message });
  };
}
