import { z } from 'zod';
import { centrals, parentKinds, regimes, regions, sexes, unionKinds } from '../../domain/words.ts';
import { Country, Day, LanguageCode, Name, PastDay } from '../fields.ts';
import { Id } from '../route.ts';

const day = z.string().nullable();

export const Person = z
  .object({
    id: Id,
    firstName: z.string(),
    lastName: z.string(),
    birthDate: day,
    deathDate: day,
    sex: z.enum(sexes).nullable(),
    nationality: Country.nullable(),
    country: Country.nullable(),
    region: z.enum(regions).nullable(),
    language: LanguageCode.nullable(),
    central: z.enum(centrals).nullable(),
    version: z.int(),
  })
  .meta({ id: 'Person' });

export const Union = z
  .object({
    id: Id,
    personIds: z.array(Id).length(2),
    kind: z.enum(unionKinds),
    regime: z.enum(regimes).nullable(),
    start: day,
    end: day,
    version: z.int(),
  })
  .meta({ id: 'Union' });

export const ParentLink = z
  .object({ id: Id, childId: Id, parentId: Id, kind: z.enum(parentKinds), version: z.int() })
  .meta({ id: 'ParentLink' });

export const Family = z
  .object({ persons: z.array(Person), unions: z.array(Union), parents: z.array(ParentLink) })
  .meta({ id: 'Family' });

const personFields = {
  birthDate: Day.nullable().optional(),
  deathDate: PastDay.nullable().optional(),
  sex: z.enum(sexes).nullable().optional(),
  nationality: Country.nullable().optional(),
  country: Country.nullable().optional().meta({ description: 'The domicile.' }),
  region: z.enum(regions).nullable().optional().meta({ description: 'Of a domicile in Belgium alone.' }),
  language: LanguageCode.nullable().optional(),
  central: z
    .enum(centrals)
    .nullable()
    .optional()
    .meta({ description: 'For the dossier manager alone (R18).' }),
};

export const AddPerson = z
  .strictObject({ firstName: Name, lastName: Name, ...personFields })
  .meta({ id: 'AddPerson' });

export const ChangePerson = z
  .strictObject({ firstName: Name.optional(), lastName: Name.optional(), ...personFields })
  .meta({ id: 'ChangePerson' });

const unionFields = {
  kind: z.enum(unionKinds),
  regime: z.enum(regimes).nullable().optional().meta({ description: 'Of a marriage alone.' }),
  start: Day.nullable().optional(),
  end: Day.nullable().optional(),
};

export const AddUnion = z
  .strictObject({ personIds: z.tuple([Id, Id]), ...unionFields })
  .meta({ id: 'AddUnion' });

export const ChangeUnion = z.strictObject(unionFields).partial().meta({ id: 'ChangeUnion' });

export const AddParent = z
  .strictObject({ childId: Id, parentId: Id, kind: z.enum(parentKinds) })
  .meta({ id: 'AddParent' });

export const Created = z.object({ id: Id, version: z.int() });
