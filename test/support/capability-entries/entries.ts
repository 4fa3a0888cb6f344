import { access } from './access.ts';
import { accountEntries } from './account.ts';
import { donations } from './donations.ts';
import { dossierEntries } from './dossiers.ts';
import type { Entry } from './entry.ts';
import { family } from './family.ts';
import { gedcom } from './gedcom.ts';
import { onboardings } from './onboardings.ts';
import { documentation, outside } from './outside.ts';
import { reports } from './reports.ts';
import { simulations } from './simulations.ts';
import { wealth } from './wealth.ts';

/** Who may make which call: every route of the API has an entry here. */
export const entries: Entry[] = [
  ...outside,
  ...accountEntries,
  ...documentation,
  ...onboardings,
  ...dossierEntries,
  ...family,
  ...gedcom,
  ...wealth,
  ...donations,
  ...simulations,
  ...reports,
  ...access,
];
