import { Menu } from '@mantine/core';
import { IconDoorExit, IconDots } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SavingIcon } from '../shell/saving-icon.tsx';
import { type Leavable, useLeaveDossier } from './use-leave-dossier.ts';

/** What the reader may do with a dossier as a whole: leave it. Nothing for who can't, as holders (R5) and the team. */
export function DossierMenu({ dossier }: { dossier: Leavable }) {
  const { t } = useTranslation();
  const leave = useLeaveDossier();
  const target = useRef<HTMLButtonElement>(null);
  if (!dossier.me.mayLeave) return null;
  const ask = () => {
    // The dialog gives the focus back to what has it now: the entry is gone by then.
    target.current?.focus();
    void leave.ask(dossier);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <SavingIcon
          ref={target}
          isSaving={leave.isPending}
          aria-label={t('leaveDossier.more', { name: dossier.name })}
        >
          <IconDots size={18} />
        </SavingIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={ask}>
          {t('leaveDossier.leave')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
