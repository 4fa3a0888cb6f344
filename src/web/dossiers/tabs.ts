import { allows, type Capabilities } from '../../domain/capabilities.ts';

type Tab = {
  path: 'simulations' | 'reports' | 'access-rights';
  /** Whether who may do this in the dossier sees the tab. */
  seen: (may: Capabilities) => boolean;
};

/** The tabs of a dossier, in their order; `dossier.tabs` names them. */
export const tabs: Tab[] = [
  { path: 'simulations', seen: (may) => allows(may, 'simulations', 'read') },
  { path: 'reports', seen: (may) => allows(may, 'reports', 'read') },
  { path: 'access-rights', seen: (may) => allows(may, 'familyAccess', 'view') },
];
