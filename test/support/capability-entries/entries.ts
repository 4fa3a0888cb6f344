import { routes } from '../../../src/api/routes.ts';
import { access } from './access.ts';
import { donations } from './donations.ts';
import { dossierEntries } from './dossiers.ts';
import type { Entry } from './entry.ts';
import { family } from './family.ts';
import { gedcom } from './gedcom.ts';
import { documentation, outside } from './outside.ts';
import { simulations } from './simulations.ts';
import { wealth } from './wealth.ts';

/** The entries of a section, once there are routes of it. */
const started = (section: Entry[]) => {
  const known = routes.map(({ method, path }) => `${method} ${path}`);
  return section.some(({ route }) => known.includes(route)) ? section : [];
};

/** Who may make which call: every route of the API has an entry here. */
export const entries: Entry[] = [
  ...outside,
  ...documentation,
  ...dossierEntries,
  ...family,
  ...started(gedcom),
  ...started(wealth),
  ...started(donations),
  ...started(simulations),
  ...access,
];
