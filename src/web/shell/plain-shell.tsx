import { Box, Card, Container, Group } from '@mantine/core';
import { Outlet } from 'react-router';
import { Brand } from './brand.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { SchemeToggle } from './scheme-toggle.tsx';

/** Around the pages of who isn't signed in: one card. */
export const PlainShell = () => (
  <Box mih="100dvh">
    <Group component="header" justify="space-between" px="md" py="sm">
      <Brand />
      <Group gap={4}>
        <LanguageMenu />
        <SchemeToggle />
      </Group>
    </Group>
    <Container component="main" size={440} py={{ base: 'md', sm: 60 }}>
      <Card withBorder padding="xl">
        <Outlet />
      </Card>
    </Container>
  </Box>
);
