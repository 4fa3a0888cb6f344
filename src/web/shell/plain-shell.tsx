import { Box, Card, Container, Group } from '@mantine/core';
import { Outlet, ScrollRestoration } from 'react-router';
import { Brand } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { OutageBanner } from './outage-banner.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';
import { contentId, SkipLink } from './skip-link.tsx';
import { usePageHeading } from './use-page-heading.ts';

/** Around the pages of who isn't signed in: one card. */
export function PlainShell() {
  usePageHeading();
  return (
    <Box mih="100dvh">
      <SkipLink />
      <Group component="header" justify="space-between" px="md" py="sm">
        <Brand />
        <Group gap={4}>
          <LanguageMenu />
          <SchemeToggle />
        </Group>
      </Group>
      <Container component="main" id={contentId} tabIndex={-1} size={440} py={{ base: 'md', sm: 60 }}>
        <OutageBanner />
        <Card withBorder padding="xl">
          <Outlet />
        </Card>
      </Container>
      <ScrollRestoration />
    </Box>
  );
}
