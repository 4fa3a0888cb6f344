import { z } from 'zod';
import { parentKinds, regimes, regions, sexes, unionKinds } from '../../domain/words.ts';
import { LanguageCode } from '../fields.ts';
import { Id } from '../route.ts';
import { leftOutCodes } from './left-out.ts';

/** The media type of GEDCOM, which RFC 6838's registry has for version 7. */
export const gedcomType = 'text/vnd.familysearch.gedcom';

export const versions = ['7', '5.5.1'] as const;
export const Version = z.strictObject({ version: z.enum(versions).default('7') });

const xref = z.string().meta({ description: 'What names the record in the file, or its line.' });
const day = z.string().nullable();

const counts = { persons: z.int(), unions: z.int(), parents: z.int() };

export const GedcomPreview = z
  .object({
    existing: z.int().meta({ description: 'How many persons are there already: they stay as they are.' }),
    counts: z.object(counts),
    persons: z.array(
      z.object({
        xref,
        firstName: z.string(),
        lastName: z.string(),
        birthDate: day,
        deathDate: day,
        sex: z.enum(sexes).nullable(),
        nationality: z.string().nullable(),
        country: z.string().nullable(),
        region: z.enum(regions).nullable(),
        language: LanguageCode.nullable(),
      }),
    ),
    unions: z.array(
      z.object({
        xref,
        personXrefs: z.array(xref).length(2),
        kind: z.enum(unionKinds),
        regime: z.enum(regimes).nullable(),
        start: day,
        end: day,
      }),
    ),
    parents: z.array(z.object({ childXref: xref, parentXref: xref, kind: z.enum(parentKinds) })),
    leftOut: z
      .array(
        z.object({
          code: z.enum(leftOutCodes),
          xref: xref.nullable(),
          line: z.int().nullable(),
          tag: z.string().nullable(),
          count: z.int(),
        }),
      )
      .meta({ description: 'What of the file is not carried over.' }),
  })
  .meta({ id: 'GedcomPreview' });

export const GedcomImported = z
  .object({ ...counts, ids: z.array(z.object({ xref, id: Id })).meta({ description: 'Of the persons.' }) })
  .meta({ id: 'GedcomImported' });
