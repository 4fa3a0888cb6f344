import { capabilitiesOf, type Role } from '../../domain/capabilities.ts';
import type { Schemas } from '../api/client.ts';
import { viewOf } from './view.ts';

/** The dossier without what nobody can do in a view: its buttons are hidden, as a closed dossier's are. */
export const readingOnly = (dossier: Schemas['Dossier']): Schemas['Dossier'] =>
  viewOf(dossier.id)
    ? {
        ...dossier,
        me: {
          ...dossier.me,
          capabilities: capabilitiesOf(dossier.me.roles as Role[], true),
          mayLeave: false,
        },
      }
    : dossier;
