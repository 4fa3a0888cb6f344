import { z } from 'zod';
import { roleNames } from '../../domain/capabilities.ts';
import { grantedRights, teamAccessModes } from '../../domain/words.ts';
import { Instant, Name } from '../fields.ts';
import { Id } from '../route.ts';

export const Role = z
  .object({ name: z.enum(roleNames), right: z.enum(grantedRights).nullable() })
  .meta({ id: 'Role' });
const Manager = z.object({ id: Id.meta({ description: 'The id of the member.' }), name: z.string() });

export const Capabilities = z
  .object({
    family: z.enum(['none', 'read', 'write']),
    wealth: z.enum(['none', 'read', 'write']),
    donations: z.enum(['none', 'read', 'write']),
    simulations: z.enum(['none', 'read', 'create']),
    reports: z.enum(['none', 'read', 'create']),
    familyAccess: z.enum(['none', 'view', 'give', 'manage']),
    advisorAccess: z.enum(['none', 'view', 'manage']),
    settings: z.enum(['none', 'team_access', 'manage']),
  })
  .meta({ id: 'Capabilities' });

const ClosedAt = Instant.nullable().meta({
  description: 'Since when it is closed (R16): everybody reads, nobody writes. Null: it is open.',
});

const MayLeave = z.boolean().meta({
  description:
    'Whether `POST …/leave` would let me: I am here as a family member or an advisor, and not as (co-)holder.',
});

export const Dossier = z
  .object({
    id: Id,
    firmId: Id,
    name: z.string(),
    version: z.int(),
    closedAt: ClosedAt,
    manager: Manager,
    me: z.object({ roles: z.array(Role), capabilities: Capabilities, mayLeave: MayLeave }),
  })
  .meta({ id: 'Dossier' });

export const Dossiers = z.object({
  items: z.array(
    z.object({
      id: Id,
      name: z.string(),
      closedAt: ClosedAt,
      manager: Manager,
      me: z.object({
        roles: z.array(Role),
        numberUnconfirmed: z
          .boolean()
          .meta({ description: 'The access opens once a code sent to the typed number is entered (R10).' }),
        mayLeave: MayLeave,
      }),
    }),
  ),
  nextCursor: Id.nullable(),
});

const PersonNames = z.strictObject({ firstName: Name, lastName: Name });

export const CreateDossier = z
  .strictObject({ name: Name, holder: PersonNames, coHolder: PersonNames.optional() })
  .meta({ id: 'CreateDossier' });

export const CreatedDossier = z.object({
  id: Id,
  version: z.int(),
  holder: z.object({ id: Id }),
  coHolder: z.object({ id: Id }).nullable(),
});

export const ChangeDossier = z
  .strictObject({
    name: Name.optional(),
    managerId: Id.optional().meta({ description: 'Hand-over: the id of a member.' }),
  })
  .meta({ id: 'ChangeDossier' });

export const TeamAccess = z
  .strictObject({
    mode: z
      .enum(teamAccessModes)
      .meta({ description: '`all`: the whole team; `listed`: `memberIds` alone.' }),
    memberIds: z.array(Id).max(500),
  })
  .meta({ id: 'TeamAccess' });

export const OpenDossier = z.strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits.') });
