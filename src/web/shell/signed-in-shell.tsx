import { AppShell, Center, Group, Loader, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Refusal } from '../api/client.ts';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';
import { useMe } from './use-me.ts';

const SessionEnded = lazy(async () => ({
  default: (await import('../signing-in/session-ended.tsx')).SessionEnded,
}));

/**
 * Around the pages of who is signed in; who isn't signs in first, and comes back to where he was going. Whose session
 * ends in the middle signs in again above the page.
 */
export function SignedInShell() {
  const { data: me, error } = useMe();
  const { pathname, search } = useLocation();
  const isOut = error instanceof Refusal && error.problem.code === 'not_signed_in';
  if (isOut && !me) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Brand />
          <Group gap={4} wrap="nowrap">
            <Text size="sm" visibleFrom="sm">
              {me?.name}
            </Text>
            <LanguageMenu />
            <SchemeToggle />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main>
        {error && !isOut && <ProblemAlert error={error} />}
        {isOut && me && (
          <Suspense>
            <SessionEnded email={me.email} />
          </Suspense>
        )}
        {me && <Outlet />}
        {!me && !error && (
          <Center mih={240}>
            <Loader />
          </Center>
        )}
      </AppShell.Main>
    </AppShell>
  );
}
