import type { RouteObject } from 'react-router';

/** Every page by its address; each one's code is loaded when it is first opened. */
export const pages: RouteObject[] = [
  {
    lazy: async () => ({ Component: (await import('./shell/plain-shell.tsx')).PlainShell }),
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('./signing-in/sign-in.tsx')).SignIn }),
      },
      {
        path: '/forgotten-password',
        lazy: async () => ({
          Component: (await import('./signing-in/forgotten-password.tsx')).ForgottenPassword,
        }),
      },
      {
        path: '/reset-password',
        lazy: async () => ({ Component: (await import('./signing-in/new-password.tsx')).NewPassword }),
      },
      {
        path: '/invitations/:token',
        lazy: async () => ({ Component: (await import('./invitations/invitation.tsx')).Invitation }),
      },
    ],
  },
  {
    lazy: async () => ({ Component: (await import('./shell/signed-in-shell.tsx')).SignedInShell }),
    children: [
      {
        path: '/',
        lazy: async () => ({ Component: (await import('./dossiers/dossier-list.tsx')).DossierList }),
      },
      {
        path: '/dossiers/:d',
        lazy: async () => ({ Component: (await import('./dossiers/dossier.tsx')).Dossier }),
        children: [
          {
            path: 'access-rights',
            lazy: async () => ({
              Component: (await import('./access-rights/access-rights.tsx')).AccessRights,
            }),
          },
        ],
      },
      { path: '*', lazy: async () => ({ Component: (await import('./shell/no-such-page.tsx')).NoSuchPage }) },
    ],
  },
];
