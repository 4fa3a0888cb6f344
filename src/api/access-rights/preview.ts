import type { z } from 'zod';
import { Changes } from '../../db/changes.ts';
import { lockLine } from '../../db/queries/line-facts.ts';
import type { EmailKind } from '../../domain/mail.ts';
import { saveOutcome } from '../../domain/save-outcome.ts';
import { datesAfter } from '../../emails/dates-after.ts';
import { readMailToBe, renderMail } from '../../emails/mail-content.ts';
import { type Acting, causeIn, enter } from '../dossiers/entered.ts';
import type { Services } from '../services.ts';
import { type Decide, type LineChange, lineChange, type Party } from './line-change.ts';
import type { Preview } from './schema.ts';

/** What stands in the link in place of a token: no link that works. */
const noToken = 'preview';

/** E-mails about an access that go to others than who holds it. */
const toOthers: EmailKind[] = ['holder_gave', 'central_given', 'central_corrected'];

/**
 * What a save of one line would do, and the e-mail that its party would get; refused as the save would be. Nothing is
 * written, and no row locked.
 */
export async function previewLine(
  services: Services,
  request: Acting,
  dossierId: string,
  party: Party,
  email: string | null,
  decide: Decide,
): Promise<z.input<typeof Preview>> {
  const { db } = services;
  const read = await lockLine(db, request.caller, dossierId, party, email, { onlyRead: true });
  const entered = enter(read?.dossier);
  const changes = new Changes(causeIn(entered.dossier, request));
  const change = lineChange(db, request, entered, read!, changes);
  const grant = decide(change);
  return {
    decision: saveOutcome(read!.line.grant, grant),
    irrevocable: grant !== null && read!.line.central !== null,
    email: await emailOf(services, change, grant ?? read!.line.grant),
  };
}

/**
 * The e-mail to the party. An address typed anew is shown the invitation also where it has an account, which gets the
 * notice of R10 instead: who has an account is nothing that can be asked for without giving access (R17).
 */
async function emailOf(
  { config, db }: Services,
  { changes, dossier, line }: LineChange,
  grant: LineChange['line']['grant'],
): Promise<z.input<typeof Preview>['email']> {
  const { mails, owed } = changes.meant;
  const begins = owed.some((task) => task.kind === 'invite');
  const meant = begins ? { kind: 'invitation', step: 0 } : mails.find(({ kind }) => !toOthers.includes(kind));
  if (!meant || !grant) return null;
  const about = { firmId: dossier.firmId, dossierId: dossier.id };
  const ofParty = line.kind === 'person' ? { personId: line.partyId } : { advisorId: line.partyId };
  const mail = await readMailToBe(db, { data: {}, ...meant, ...about }, { ...grant, ...about, ...ofParty });
  const { expiresAt } = datesAfter(0, new Date(), config.reminderDelays);
  return { to: grant.email, ...(await renderMail(config, mail, noToken, expiresAt)) };
}
