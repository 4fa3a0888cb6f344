import { z } from 'zod';
import { reportStates } from '../../domain/words.ts';
import { LanguageCode } from '../fields.ts';
import { Id } from '../route.ts';

export const Report = z
  .object({
    id: Id,
    state: z.enum(reportStates),
    progress: z.int().min(0).max(100).meta({ description: 'In percent.' }),
    language: LanguageCode,
    simulationId: Id.nullable(),
    withAccess: z.boolean(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Report' });

export const Reports = z.object({ items: z.array(Report) });

export const CreateReport = z
  .strictObject({
    language: LanguageCode.optional().meta({ description: 'By default the account’s.' }),
    simulationId: Id.nullable().optional().meta({ description: 'A simulation of the dossier to show.' }),
    withAccess: z.boolean().optional().meta({
      description:
        'Whether it says who has access: for who may list the access rights, and the report is theirs alone.',
    }),
  })
  .meta({ id: 'CreateReport' });
