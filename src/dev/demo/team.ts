import type { FirmRole } from '../../domain/words.ts';

/** The demo firm's team, its first manager keeping the family that the most happened to. */
export const team = {
  admin: {
    firstName: 'Alice',
    lastName: 'Admin',
    email: 'admin@demo.test',
    phone: '+32470000002',
    role: 'admin',
  },
  manager: {
    firstName: 'Marc',
    lastName: 'Gestion',
    email: 'manager@demo.test',
    phone: '+32470000001',
    role: 'manager',
  },
  second: {
    firstName: 'Nele',
    lastName: 'Beheer',
    email: 'nele@demo.test',
    phone: '+32470000003',
    role: 'manager',
  },
  support: {
    firstName: 'Sam',
    lastName: 'Soutien',
    email: 'support@demo.test',
    phone: '+32470000004',
    role: 'support',
  },
} satisfies Record<string, Colleague>;

export type Colleague = { firstName: string; lastName: string; email: string; phone: string; role: FirmRole };

/** Everybody's password in the demo. */
export const demoPassword = 'demo password 2026';

/** Who can sign in, by what he is there. */
export const demoSignIns: readonly [role: string, email: string][] = [
  ['Admin', team.admin.email],
  ['Manager', team.manager.email],
  ['Manager of another dossier', team.second.email],
  ['Support', team.support.email],
  ['Holder, reads and writes', 'jeanne@demo.test'],
  ['Co-holder, reads', 'paul@demo.test'],
  ['Family member, reads and writes', 'lea@demo.test'],
  ['Family member, reads', 'hugo@demo.test'],
  ['Advisor (notary), reads and writes', 'notary@demo.test'],
  ['Advisor (banker), reads', 'banker@demo.test'],
];
