import type { AdvisorType } from '../../domain/words.ts';
import { changeInDossier, requireLevel } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

/** Changes a dossier's advisors: the manager alone (R2, R6). @throws Problem as `requireLevel` does */
export const changeInAdvisors = <T>(
  services: Services,
  request: Pick<Request<never, never, never>, 'caller' | 'origin'>,
  dossierId: string,
  work: Parameters<typeof changeInDossier<T>>[3],
) =>
  changeInDossier(services, request, dossierId, async (context) => {
    requireLevel(context, 'advisorAccess', 'manage');
    return work(context);
  });

/** The type `other` comes with a text, and only it. @throws Problem `invalid` */
export function requireTypeText({
  type,
  typeText,
}: {
  type: AdvisorType;
  typeText?: string | null | undefined;
}): void {
  if ((type === 'other') === Boolean(typeText)) return;
  const code = type === 'other' ? 'required' : 'not_for_this_type';
  throw new Problem('invalid', {
    errors: [{ field: 'typeText', code, message: 'A text goes with the type `other` alone.' }],
  });
}
