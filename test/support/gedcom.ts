import { gedcomType } from '../../src/api/gedcom/schema.ts';
import type { Answer, Client } from './client.ts';
import type { Dossier } from './people.ts';

/** A GEDCOM file of version 5.5.1, or of another one, with these lines between its head and its end. */
export const gedcom = (lines: string, version = '5.5.1') =>
  `0 HEAD\n1 GEDC\n2 VERS ${version}\n1 CHAR UTF-8\n${lines.trim().replaceAll(/^ +/gm, '')}\n0 TRLR\n`;

/** A file with one person. */
export const onePerson = (name = 'Jeanne /Dupont/') => gedcom(`0 @I1@ INDI\n1 NAME ${name}`);

/** As many persons as that, who have nothing to do with each other. */
export const persons = (count: number) =>
  gedcom(Array.from({ length: count }, (_, i) => `0 @I${i}@ INDI\n1 NAME Jeanne ${i} /Dupont/`).join('\n'));

export const gedcomPath = ({ path }: Dossier) => `${path}/family/gedcom`;

/** Sends a GEDCOM file to be previewed, or to be imported. */
export const preview = (
  { client }: { client: Client },
  where: Dossier,
  file: string | Buffer,
): Promise<Answer> => client.upload(`${gedcomPath(where)}/preview`, gedcomType, file);
export const importFile = (
  { client }: { client: Client },
  where: Dossier,
  file: string | Buffer,
  key?: string,
): Promise<Answer> =>
  client.upload(gedcomPath(where), gedcomType, file, key ? { 'Idempotency-Key': key } : {});

/** Lines and codes that a refused file has in its errors. */
export const wrongLines = ({ body }: Answer): [line: string, code: string][] =>
  body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);
