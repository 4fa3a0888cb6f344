import type { Client } from './client.ts';
import { newEmail, newPhone } from './people.ts';

const header = 'dossier,manager,first_name,last_name,central,birth_date,language,email,phone,right';

/** A line of a file: what is left out is empty. */
export type FileLine = Partial<
  Record<
    | 'dossier'
    | 'manager'
    | 'first_name'
    | 'last_name'
    | 'central'
    | 'birth_date'
    | 'language'
    | 'email'
    | 'phone'
    | 'right',
    string
  >
>;

/** A file with these lines. */
export const fileOf = (lines: FileLine[]) =>
  [
    header,
    ...lines.map((line) => header.split(',').map((column) => line[column as keyof FileLine] ?? '')),
  ].join('\n');

/** Contact data that nobody else has, with a right. */
export const access = (right = 'read_write') => ({ email: newEmail('onboarded'), phone: newPhone(), right });

/** A family's lines: a holder and a co-holder with access, a child with access, and one without. */
export const family = (dossier: string, more: FileLine = {}): FileLine[] => [
  { dossier, ...more, first_name: 'Jeanne', last_name: dossier, central: 'holder', ...access() },
  { dossier, first_name: 'Paul', last_name: dossier, central: 'co_holder', ...access('read_only') },
  { dossier, first_name: 'Léa', last_name: dossier, birth_date: '1990-02-28', language: 'nl', ...access() },
  { dossier, first_name: 'Tom', last_name: dossier },
];

export const pathOf = (firmId: string, onboardingId?: string) =>
  `/api/firms/${firmId}/onboardings${onboardingId ? `/${onboardingId}` : ''}`;

/** Sends a file to be checked. */
export const check = (client: Client, firmId: string, file: FileLine[] | string | Buffer) =>
  client.upload(pathOf(firmId), 'text/csv', Array.isArray(file) ? fileOf(file) : file);

let counter = 0;
/** A file of one family that no other file of the test has. */
export const oneFamily = () => fileOf(family(`Famille ${++counter}`));
