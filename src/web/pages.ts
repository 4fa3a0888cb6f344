import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A page whose code is loaded when it is first opened. */
const at = (path: string, load: () => Promise<ComponentType>, children?: RouteObject[]): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  ...(children ? { children } : {}),
});

/** Every page by its address. */
export const pages: RouteObject[] = [
  {
    lazy: async () => ({ Component: (await import('./shell/plain-shell.tsx')).PlainShell }),
    children: [
      at('/sign-in', async () => (await import('./signing-in/sign-in.tsx')).SignIn),
      at(
        '/forgotten-password',
        async () => (await import('./signing-in/forgotten-password.tsx')).ForgottenPassword,
      ),
      at('/reset-password', async () => (await import('./signing-in/new-password.tsx')).NewPassword),
      at('/invitations/:token', async () => (await import('./invitations/invitation.tsx')).Invitation),
    ],
  },
  {
    lazy: async () => ({ Component: (await import('./shell/signed-in-shell.tsx')).SignedInShell }),
    children: [
      at('/', async () => (await import('./dossiers/dossier-list.tsx')).DossierList),
      at('/dossiers/:d', async () => (await import('./dossiers/dossier.tsx')).Dossier, [
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
      ]),
      at('*', async () => (await import('./shell/no-such-page.tsx')).NoSuchPage),
    ],
  },
];
