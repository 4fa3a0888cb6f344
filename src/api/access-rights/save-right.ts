import { type LineFacts, refusalOfRight, refusalOfUntil, refusalToTouch } from '../../domain/access.ts';
import { type Right, rights } from '../../domain/words.ts';
import type { Body } from '../body.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { save } from './carry-out.ts';
import { changeLine, permit } from './line-change.ts';

type Contact = { email?: string | undefined; phone?: string | undefined };
type Until = { until?: string | null | undefined };

/** Gives, changes, corrects or withdraws a person's access (R2 to R6, R10 to R13). @returns the line */
export function savePersonRight(
  services: Services,
  {
    body,
    params,
    ...request
  }: Request<{ d: string; p: string }, undefined, { right: Right } & Contact & Until>,
) {
  return changeLine(
    services,
    request,
    params.d,
    { kind: 'person', id: params.p },
    body.peek()?.email ?? null,
    (change) => {
      permitBody(change.facts, body);
      return save(change, body.get());
    },
  );
}

/** Gives, changes or withdraws an advisor's access, with the contact data he is registered with (R6). @returns the line */
export function saveAdvisorRight(
  services: Services,
  { body, params, ...request }: Request<{ d: string; a: string }, undefined, { right: Right } & Until>,
) {
  return changeLine(services, request, params.d, { kind: 'advisor', id: params.a }, null, (change) => {
    permitBody(change.facts, body);
    const { email, phone } = change.line;
    return save(change, { email: email!, phone: phone!, ...body.get() });
  });
}

/** Permission comes before validation; where the right asked for decides, its shape is read first. */
function permitBody(facts: LineFacts, body: Body<unknown>): void {
  permit(refusalToTouch(facts));
  const right = rights.find((known) => known === body.field('right'));
  if (right) permit(refusalOfRight(facts, right));
  permit(refusalOfUntil(facts, body.field('until')));
}
