import { allows, type Capabilities } from '../../domain/capabilities.ts';

type Tab = {
  path: 'wealth' | 'donations' | 'access-rights';
  /** Whether who may do this in the dossier sees the tab. */
  seen: (may: Capabilities) => boolean;
};

/** The tabs of a dossier, in their order; `dossier.tabs` names them. */
export const tabs: Tab[] = [
  { path: 'wealth', seen: (may) => allows(may, 'wealth', 'read') },
  { path: 'donations', seen: (may) => allows(may, 'donations', 'read') },
  { path: 'access-rights', seen: (may) => allows(may, 'familyAccess', 'view') },
];
