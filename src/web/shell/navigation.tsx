import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlaces } from './use-places.ts';

const here = (isHere: boolean) => (isHere ? ({ 'aria-current': 'page' } as const) : {});

/** The places of the team beside each other. */
export function Navigation() {
  const { t } = useTranslation();
  const places = usePlaces();
  if (places.length === 0) return null;
  return (
    <Group component="nav" aria-label={t('shell.navigation')} gap={4} wrap="nowrap" visibleFrom="sm">
      {places.map(({ to, label, isHere }) => (
        <Button
          key={to}
          component={Link}
          to={to}
          size="compact-md"
          variant={isHere ? 'light' : 'subtle'}
          {...here(isHere)}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}

/** The same places on a phone, behind a button. */
export function NavigationMenu() {
  const { t } = useTranslation();
  const places = usePlaces();
  if (places.length === 0) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" hiddenFrom="sm" aria-label={t('shell.navigation')}>
          <IconMenu2 size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ to, label, isHere }) => (
          <Menu.Item key={to} component={Link} to={to} fw={isHere ? 700 : 400} {...here(isHere)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
