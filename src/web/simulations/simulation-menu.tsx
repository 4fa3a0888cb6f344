import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCopyPlus, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RenameSimulation } from './rename-simulation.tsx';
import { useRemoveSimulation } from './use-remove-simulation.ts';
import type { Summary } from './use-simulations.ts';

type Props = { dossierId: string; simulation: Summary; onRemoved?: () => void };

/** What somebody who creates simulations does with one: start another from it, rename it, delete it. Its assumptions stay. */
export function SimulationMenu({ dossierId, simulation, onRemoved }: Props) {
  const { t } = useTranslation();
  const [renaming, { open, close }] = useDisclosure();
  const remove = useRemoveSimulation(dossierId, onRemoved);
  const { id, name } = simulation;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size="lg" aria-label={t('simulations.actions', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={`/dossiers/${dossierId}/simulations/new?from=${id}`}
            leftSection={<IconCopyPlus size={16} />}
          >
            {t('simulations.asNew')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={open}>
            {t('simulations.rename')}
          </Menu.Item>
          <Menu.Item
            color="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} />}
            onClick={() => void remove(simulation)}
          >
            {t('simulations.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameSimulation dossierId={dossierId} simulation={simulation} opened={renaming} onClose={close} />
    </>
  );
}
