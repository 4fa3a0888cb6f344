import { ActionIcon, Menu } from '@mantine/core';
import { IconDoorExit, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Leavable, useLeaveDossier } from './use-leave-dossier.ts';

/** What the reader may do with a dossier as a whole: leave it. Nothing for who can't, as holders (R5) and the team. */
export function DossierMenu({ dossier }: { dossier: Leavable }) {
  const { t } = useTranslation();
  const leave = useLeaveDossier();
  if (!dossier.me.mayLeave) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          size="lg"
          loading={leave.isPending}
          aria-label={t('leaveDossier.more', { name: dossier.name })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={() => void leave.ask(dossier)}>
          {t('leaveDossier.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
