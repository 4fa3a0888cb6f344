import { z } from 'zod';
import { Capabilities, Role } from '../dossiers/schema.ts';
import { Instant } from '../fields.ts';
import { Id } from '../route.ts';

export const MakeView = z
  .strictObject({
    kind: z.enum(['person', 'advisor']),
    id: Id.meta({ description: 'The id of the person, or of the advisor.' }),
  })
  .meta({ id: 'MakeView' });

export const View = z
  .object({
    id: Id.meta({ description: 'For the header `View-As`.' }),
    expiresAt: Instant,
    roles: z
      .array(Role)
      .meta({ description: 'What he is in the dossier; while his access is pending, what he will be.' }),
    capabilities: Capabilities,
  })
  .meta({ id: 'View' });
