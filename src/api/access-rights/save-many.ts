import type { z } from 'zod';
import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { lockLines } from '../../db/queries/lock-lines.ts';
import { allows, capabilitiesOf } from '../../domain/capabilities.ts';
import { saveOutcome } from '../../domain/save-outcome.ts';
import { causeIn, enter, keepRoles } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { save } from './carry-out.ts';
import { lineChange, presentChanged } from './line-change.ts';
import { Refusals } from './refusals.ts';
import { SavesTogether } from './saves-together.ts';
import type { SavedMany, SaveMany } from './schema.ts';

type Body = z.output<typeof SaveMany>;

/**
 * Saves many lines of the access rights in one transaction, all of them or none: each is decided as a save of its own
 * would be after those before it.
 * @throws Problem with an entry for each line that a rule refuses
 */
export async function saveMany(
  { db, starter }: Services,
  { body, params, ...request }: Request<{ d: string }, undefined, Body>,
): Promise<z.input<typeof SavedMany>> {
  const asked = linesOf(body.peek());
  const items = await transaction(db, async (tx) => {
    const locked = await lockLines(tx, request.caller, params.d, asked);
    const entered = enter(locked?.dossier);
    // As in an open dossier: what closing forbids is each line's own refusal, and withdrawals stay possible.
    if (!allows(capabilitiesOf(entered.roles), 'familyAccess', 'give')) throw new Problem('not_permitted');
    body.get();
    const together = new SavesTogether(locked!, asked);
    const refusals = new Refusals();
    const cause = causeIn(entered.dossier, request);
    let changes = new Changes(cause);
    const saved: z.input<typeof SavedMany>['items'] = [];
    for (const { field, id, kind, right } of asked) {
      // An address that a line before gives up is free for this one once that is written: unique indexes judge row by row.
      if (together.takesOver(id) && refusals.isEmpty) {
        await changes.write(tx);
        changes = new Changes(cause);
      }
      const change = lineChange(tx, request, entered, together.facts(id), changes);
      const { email, phone } = change.line;
      const contact = kind === 'advisor' ? { email: email!, phone: phone! } : {};
      try {
        const grant = save(change, { ...contact, ...right });
        together.done(id, grant, changes);
        saved.push({
          decision: saveOutcome(change.line.grant, grant),
          line: presentChanged(change, grant),
        });
      } catch (error) {
        refusals.add(field, error);
      }
    }
    refusals.refuse();
    await keepRoles(tx, request, entered);
    await changes.write(tx);
    return saved;
  });
  starter.nudge();
  return { items };
}

/** What is asked, in the order given, with the field that each line stands in; nothing of a body that isn't valid. */
function linesOf(body: Body | undefined) {
  const person = ({ id, ...right }: Body['persons'][number], i: number) =>
    ({ field: `persons.${i}`, kind: 'person', id, email: right.email ?? null, right }) as const;
  const advisor = ({ id, ...right }: Body['advisors'][number], i: number) =>
    ({ field: `advisors.${i}`, kind: 'advisor', id, email: null, right }) as const;
  return [...(body?.persons ?? []).map(person), ...(body?.advisors ?? []).map(advisor)];
}
