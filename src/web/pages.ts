import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { BrokenPage } from './shell/broken-page.tsx';
import { LoadingPage } from './shell/loading-page.tsx';

/**
 * A page whose code is loaded when it is first opened. Where that fails, what is around the page stays: the router
 * draws no error boundary of a route that wasn't loaded.
 */
const at = (path: string, load: () => Promise<ComponentType>, children?: RouteObject[]): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load().catch(() => BrokenPage) }),
  ErrorBoundary: BrokenPage,
  ...(children ? { children } : {}),
});

/** Every page by its address. */
export const pages: RouteObject[] = [
  {
    lazy: async () => ({ Component: (await import('./shell/plain-shell.tsx')).PlainShell }),
    ErrorBoundary: BrokenPage,
    HydrateFallback: LoadingPage,
    children: [
      at('/sign-in', async () => (await import('./signing-in/sign-in.tsx')).SignIn),
      at(
        '/forgotten-password',
        async () => (await import('./signing-in/forgotten-password.tsx')).ForgottenPassword,
      ),
      at('/reset-password', async () => (await import('./signing-in/new-password.tsx')).NewPassword),
      at('/lost-phone', async () => (await import('./phone-changes/lost-phone.tsx')).LostPhone),
      at('/phone-changes/:token', async () => (await import('./phone-changes/phone-change.tsx')).PhoneChange),
      at('/invitations/:token', async () => (await import('./invitations/invitation.tsx')).Invitation),
    ],
  },
  {
    lazy: async () => ({ Component: (await import('./shell/signed-in-shell.tsx')).SignedInShell }),
    ErrorBoundary: BrokenPage,
    HydrateFallback: LoadingPage,
    children: [
      at('/', async () => (await import('./dossiers/dossier-list.tsx')).DossierList),
      at('/account', async () => (await import('./me/account.tsx')).Account),
      at('/phone-changes', async () => (await import('./phone-changes/waiting-changes.tsx')).WaitingChanges),
      at('/dossiers/:d/number', async () => (await import('./dossiers/confirm-number.tsx')).ConfirmNumber),
      at('/dossiers/:d', async () => (await import('./dossiers/dossier.tsx')).Dossier, [
        at('family', async () => (await import('./family/family.tsx')).Family),
        at('family/import', async () => (await import('./gedcom/import-gedcom.tsx')).ImportGedcom),
        at('wealth', async () => (await import('./wealth/wealth.tsx')).Wealth),
        at('donations', async () => (await import('./donations/donations.tsx')).Donations),
        at('simulations', async () => (await import('./simulations/simulations.tsx')).Simulations),
        at(
          'simulations/new',
          async () => (await import('./simulations/form/new-simulation.tsx')).NewSimulation,
        ),
        at(
          'simulations/compare',
          async () => (await import('./simulations/comparison/comparison.tsx')).Comparison,
        ),
        at('simulations/:s', async () => (await import('./simulations/result/result.tsx')).Result),
        at('reports', async () => (await import('./reports/reports.tsx')).Reports),
        at('access-rights', async () => (await import('./access-rights/access-rights.tsx')).AccessRights),
        at('history', async () => (await import('./history/history.tsx')).History),
        at('settings', async () => (await import('./settings/settings.tsx')).Settings),
      ]),
      at('/team', async () => (await import('./firms/team.tsx')).Team),
      at('/onboardings', async () => (await import('./onboardings/onboarding-list.tsx')).OnboardingList),
      at('/onboardings/:o', async () => (await import('./onboardings/onboarding.tsx')).Onboarding),
      at('*', async () => (await import('./shell/no-such-page.tsx')).NoSuchPage),
    ],
  },
];
