import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMe } from './use-me.ts';

/** Where somebody of a firm's team can go from everywhere; nothing for others, who have their dossiers alone. */
export function usePlaces(): { to: string; label: string; isHere: boolean }[] {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { pathname } = useLocation();
  if (!me?.team) return [];
  const place = (to: string, label: string, isHere = pathname.startsWith(to)) => ({ to, label, isHere });
  return [
    place('/', t('shell.dossiers'), pathname === '/' || pathname.startsWith('/dossiers/')),
    place('/team', t('shell.menu.team')),
    ...(me.team.role === 'support' ? [] : [place('/onboardings', t('shell.menu.onboarding'))]),
  ];
}
