import { passwordLength } from '../../domain/password.ts';

/**
 * A rough measure of a password: length counts most, since the second factor stands besides (NIST SP 800-63B), and
 * repeated characters count little. `share` runs from 0 to 1.
 */
export function strengthOf(password: string): { level: 'weak' | 'fair' | 'strong'; share: number } {
  const different = new Set(password).size;
  const share = Math.min(1, (password.length + different) / 40);
  const isLongEnough = password.length >= passwordLength.min;
  const level = !isLongEnough || different < 6 ? 'weak' : share < 0.75 ? 'fair' : 'strong';
  return { level, share: level === 'weak' ? Math.min(share, 0.4) : share };
}
