import { AppShell, Group, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Refusal } from '../api/client.ts';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { LoadingPage } from './loading-page.tsx';
import { Navigation, NavigationMenu } from './navigation.tsx';
import { OutageBanner } from './outage-banner.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';
import { contentId, SkipLink } from './skip-link.tsx';
import { useMe } from './use-me.ts';
import { usePageHeading } from './use-page-heading.ts';

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
  usePageHeading();
  const isOut = error instanceof Refusal && error.problem.code === 'not_signed_in';
  if (isOut && !me) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return (
    <AppShell header={{ height: 56 }} padding="md">
      <SkipLink />
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <NavigationMenu />
            <Brand isShort={Boolean(me?.team)} />
            <Navigation />
          </Group>
          <Group gap={4} wrap="nowrap">
            <Text size="sm" visibleFrom="md">
              {me?.name}
            </Text>
            <LanguageMenu />
            <SchemeToggle />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id={contentId} tabIndex={-1}>
        <OutageBanner />
        {error && !me && <ProblemAlert error={error} />}
        {isOut && me && (
          <Suspense>
            <SessionEnded email={me.email} />
          </Suspense>
        )}
        {me && <Outlet />}
        {!me && !error && <LoadingPage />}
      </AppShell.Main>
      <ScrollRestoration />
    </AppShell>
  );
}
