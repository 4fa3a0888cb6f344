import { allows, type Capabilities } from '../../domain/capabilities.ts';

type Tab = {
  path:
    | 'family'
    | 'wealth'
    | 'donations'
    | 'simulations'
    | 'reports'
    | 'access-rights'
    | 'history'
    | 'settings';
  /** Whether who may do this in the dossier sees the tab; a firm's admin sees the settings in any case (R8). */
  seen: (may: Capabilities, isAdmin: boolean) => boolean;
};

/** The tabs of a dossier, in their order; `dossier.tabs` names them. */
export const tabs: Tab[] = [
  { path: 'family', seen: (may) => allows(may, 'family', 'read') },
  { path: 'wealth', seen: (may) => allows(may, 'wealth', 'read') },
  { path: 'donations', seen: (may) => allows(may, 'donations', 'read') },
  { path: 'simulations', seen: (may) => allows(may, 'simulations', 'read') },
  { path: 'reports', seen: (may) => allows(may, 'reports', 'read') },
  { path: 'access-rights', seen: (may) => allows(may, 'familyAccess', 'view') },
  { path: 'history', seen: (may) => allows(may, 'settings', 'manage') },
  { path: 'settings', seen: (may, isAdmin) => isAdmin || allows(may, 'settings', 'team_access') },
];
