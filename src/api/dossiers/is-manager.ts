import type { Entered } from './entered.ts';

/** Whether who entered is the dossier's manager, whom some calls are for alone (R1, R2). */
export const isManager = ({ roles }: Pick<Entered, 'roles'>) => roles.some((role) => role.name === 'manager');
