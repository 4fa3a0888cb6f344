import { ActionIcon, Menu } from '@mantine/core';
import { IconDeviceMobileOff, IconLogout, IconUserCircle, IconUserShield } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';
import { useMe } from './use-me.ts';

export function AccountMenu() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await answered(api.POST('/api/auth/sign-out'));
    queries.clear();
    await navigate('/sign-in');
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('shell.account')}>
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {me && <Menu.Label>{me.email}</Menu.Label>}
        <Menu.Item component={Link} to="/account" leftSection={<IconUserShield size={16} />}>
          {t('shell.menu.account')}
        </Menu.Item>
        {me?.team && me.team.role !== 'support' && (
          <Menu.Item component={Link} to="/phone-changes" leftSection={<IconDeviceMobileOff size={16} />}>
            {t('shell.menu.phoneChanges')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
