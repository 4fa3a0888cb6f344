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
      at('/lost-phone', async () => (await import('./phone-changes/lost-phone.tsx')).LostPhone),
      at('/phone-changes/:token', async () => (await import('./phone-changes/phone-change.tsx')).PhoneChange),
      at('/invitations/:token', async () => (await import('./invitations/invitation.tsx')).Invitation),
    ],
  },
  {
    lazy: async () => ({ Component: (await import('./shell/signed-in-shell.tsx')).SignedInShell }),
    children: [
      at('/', async () => (await import('./dossiers/dossier-list.tsx')).DossierList),
      at('/account', async () => (await import('./me/account.tsx')).Account),
      at('/phone-changes', async () => (await import('./phone-changes/waiting-changes.tsx')).WaitingChanges),
      at('/dossiers/:d/number', async () => (await import('./dossiers/confirm-number.tsx')).ConfirmNumber),
      at('/dossiers/:d', async () => (await import('./dossiers/dossier.tsx')).Dossier, [
        at('access-rights', async () => (await import('./access-rights/access-rights.tsx')).AccessRights),
      ]),
      at('*', async () => (await import('./shell/no-such-page.tsx')).NoSuchPage),
    ],
  },
];
