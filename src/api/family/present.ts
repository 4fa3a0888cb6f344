import type { z } from 'zod';
import type { readTree } from '../../db/queries/family.ts';
import type { ParentLink, Person, Union } from './schema.ts';

type Rows = Awaited<ReturnType<typeof readTree>>;

/** A person as the API shows him. */
export const presentPerson = (row: Rows['persons'][number]): z.output<typeof Person> => ({
  id: row.id,
  firstName: row.firstName,
  lastName: row.lastName,
  birthDate: row.birthDate,
  deathDate: row.deathDate,
  sex: row.sex,
  nationality: row.nationality,
  country: row.country,
  region: row.region,
  language: row.language,
  central: row.central,
  version: row.version,
});

/** A union as the API shows it. */
export const presentUnion = (row: Rows['unions'][number]): z.output<typeof Union> => ({
  id: row.id,
  personIds: row.personIds,
  kind: row.kind,
  regime: row.regime,
  start: row.start,
  end: row.end,
  version: row.version,
});

/** A link between child and parent as the API shows it. */
export const presentLink = (row: Rows['parents'][number]): z.output<typeof ParentLink> => ({
  id: row.id,
  childId: row.childId,
  parentId: row.parentId,
  kind: row.kind,
  version: row.version,
});
