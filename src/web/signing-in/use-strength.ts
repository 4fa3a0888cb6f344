import { useEffect, useState } from 'react';
import type { Strength } from './estimate.ts';

/**
 * How strong a new password is; null while nothing is typed, and until the lists it is judged by are loaded (a quarter
 * of a megabyte, when something is first typed).
 * @param about names and addresses that it had better not be made of
 */
export function useStrength(password: string, about: string[]): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  const known = about.join('\n');
  useEffect(() => {
    if (!password) return setStrength(null);
    let isOver = false;
    const judge = async () => {
      const { estimate } = await import('./estimate.ts');
      if (!isOver) setStrength(estimate(password, known.split('\n')));
    };
    // Without the lists, the rule of its length stands alone.
    judge().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [password, known]);
  return strength;
}
