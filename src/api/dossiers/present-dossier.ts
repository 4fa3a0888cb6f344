import type { z } from 'zod';
import { mayLeave } from '../../domain/leaving.ts';
import { isoInstant } from '../fields.ts';
import type { Entered } from './entered.ts';
import type { Dossier } from './schema.ts';

/** A dossier for one caller: without access an admin sees its name and manager only (R8). */
export const presentDossier = ({ dossier, roles, capabilities }: Entered): z.input<typeof Dossier> => ({
  id: dossier.id,
  firmId: dossier.firmId,
  name: dossier.name,
  version: dossier.version,
  closedAt: isoInstant(dossier.closedAt),
  manager: { id: dossier.manager.memberId, name: dossier.manager.name },
  me: { roles, capabilities, mayLeave: mayLeave(dossier) },
});
