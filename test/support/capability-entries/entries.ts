import { access } from './access.ts';
import { dossierEntries } from './dossiers.ts';
import type { Entry } from './entry.ts';
import { family } from './family.ts';
import { documentation, outside } from './outside.ts';

/** Who may make which call: every route of the API has an entry here. */
export const entries: Entry[] = [...outside, ...documentation, ...dossierEntries, ...family, ...access];
