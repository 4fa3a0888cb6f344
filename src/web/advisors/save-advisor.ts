import { answered, api, type Schemas } from '../api/client.ts';
import type { Advisor } from './use-advisor.ts';

/** Registers an advisor, or changes the one that there is. `key`: one for each filled form. @throws Refusal */
export const saveAdvisor = (
  d: string,
  advisor: Advisor | undefined,
  body: Schemas['RegisterAdvisor'],
  key: string,
): Promise<Advisor> =>
  advisor
    ? answered(
        api.PATCH('/api/dossiers/{d}/advisors/{a}', {
          params: { path: { d, a: advisor.id }, header: { 'If-Match': `"${advisor.version}"` } },
          body: changed(advisor, body),
        }),
      )
    : answered(
        api.POST('/api/dossiers/{d}/advisors', {
          params: { path: { d }, header: { 'Idempotency-Key': key } },
          body,
        }),
      );

/** What of it differs: contact data that are an account's aren't sent again. */
const changed = (advisor: Advisor, body: Schemas['RegisterAdvisor']): Schemas['ChangeAdvisor'] =>
  Object.fromEntries(
    Object.entries(body).filter(([field, value]) => value !== advisor[field as keyof Advisor]),
  );
