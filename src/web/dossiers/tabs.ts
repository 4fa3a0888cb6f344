import { allows, type Capabilities } from '../../domain/capabilities.ts';

type Tab = {
  path: 'access-rights' | 'history' | 'settings';
  /** Whether who may do this in the dossier sees the tab; a firm's admin sees the settings in any case (R8). */
  seen: (may: Capabilities, isAdmin: boolean) => boolean;
};

/** The tabs of a dossier, in their order; `dossier.tabs` names them. */
export const tabs: Tab[] = [
  { path: 'access-rights', seen: (may) => allows(may, 'familyAccess', 'view') },
  { path: 'history', seen: (may) => allows(may, 'settings', 'manage') },
  { path: 'settings', seen: (may, isAdmin) => isAdmin || allows(may, 'settings', 'team_access') },
];
