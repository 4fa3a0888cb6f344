import { changesOf } from '../api/changes-of.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import type { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import type { Advisor } from './use-advisor.ts';

/** Registers an advisor, or changes the one that there is. Contact data that are an account's aren't sent again. @throws Refusal */
export const saveAdvisor = (
  d: string,
  advisor: Advisor | undefined,
  body: Schemas['RegisterAdvisor'],
  keyOf: ReturnType<typeof useIdempotencyKey>,
): Promise<Advisor> =>
  advisor
    ? answered(
        api.PATCH('/api/dossiers/{d}/advisors/{a}', {
          params: { path: { d, a: advisor.id }, header: { 'If-Match': `"${advisor.version}"` } },
          body: changesOf<Schemas['RegisterAdvisor']>(advisor, body),
        }),
      )
    : answered(
        api.POST('/api/dossiers/{d}/advisors', {
          params: { path: { d }, header: keyOf(body) },
          body,
        }),
      );
