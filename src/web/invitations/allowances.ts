import type { Schemas } from '../api/client.ts';
import type en from '../i18n/en.json';

type Allowance = keyof typeof en.invitation.allows;

const ofPersons = {
  read_write: ['reads', 'writesAll', 'creates'],
  read_only: ['readsAll', 'changesNothing'],
} as const;
const ofAdvisors = {
  read_write: ['reads', 'writesThree', 'createsNothing'],
  read_only: ['readsAll', 'changesNothing'],
} as const;
const ofRoles = {
  admin: ['invites', 'appoints', 'manages'],
  manager: ['manages', 'works'],
  support: ['works'],
} as const;

type Invitation = Pick<Schemas['InvitationView'], 'kind' | 'right' | 'role' | 'central'>;

/** What an invitation lets its invitee do, one thing a bullet (R3, R5, R7, R8). */
export function allowances({ kind, right, role, central }: Invitation): readonly Allowance[] {
  if (role) return ofRoles[role];
  const level = right ?? 'read_only';
  if (kind === 'advisor') return ofAdvisors[level];
  return central ? [...ofPersons[level], 'gives', 'keeps'] : ofPersons[level];
}
