import { endPhoneChange } from '../../db/queries/phone-changes.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { asConfirmer } from './as-confirmer.ts';

/** Refuses somebody else's new number; in its 24 hours too, for who learns better (R15). */
export const refuseChange = (
  services: Services,
  request: Request<{ change: string }, undefined, undefined>,
) =>
  asConfirmer(services, request, async ({ tx, changes, change }) => {
    await endPhoneChange(tx, changes, change, { email: change.email, as: 'refused' });
    return undefined;
  });
