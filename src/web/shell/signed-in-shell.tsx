import { AppShell, Center, Group, Loader, Text } from '@mantine/core';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Refusal } from '../api/client.ts';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';
import { useMe } from './use-me.ts';

/** Around the pages of who is signed in; who isn't signs in first, and comes back to where he was going. */
export function SignedInShell() {
  const { data: me, error } = useMe();
  const { pathname, search } = useLocation();
  if (error instanceof Refusal && error.problem.code === 'not_signed_in') {
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
        {error && <ProblemAlert error={error} />}
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
