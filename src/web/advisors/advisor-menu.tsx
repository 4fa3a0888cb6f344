import { Menu } from '@mantine/core';
import { IconDots, IconTrash, IconUserEdit } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { confirmed } from '../shell/confirm.tsx';
import { SavingIcon } from '../shell/saving-icon.tsx';
import { useRemoveAdvisor } from './use-remove-advisor.ts';

const EditAdvisor = lazy(async () => ({ default: (await import('./edit-advisor.tsx')).EditAdvisor }));

type Props = { dossierId: string; line: Line };

/** What the manager may do with an advisor himself: edit him, and remove him once he has no access (R6). */
export function AdvisorMenu({ dossierId, line }: Props) {
  const { t } = useTranslation();
  const { id, name } = line.party;
  const [editing, setEditing] = useState<boolean>();
  const remove = useRemoveAdvisor(dossierId);
  const target = useRef<HTMLButtonElement>(null);
  const askToRemove = async () => {
    // The question gives the focus back to what has it now: the entry is gone by then.
    target.current?.focus();
    const isSure = await confirmed(t, {
      title: t('advisor.removeTitle', { name }),
      consequences: t('advisor.removeText', { name }),
      verb: t('advisor.remove'),
    });
    if (isSure) remove.mutate({ id, name });
  };
  const hasAccess = line.right !== 'none';
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <SavingIcon ref={target} isSaving={remove.isPending} aria-label={t('advisor.more', { name })}>
            <IconDots size={18} />
          </SavingIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserEdit size={16} />} onClick={() => setEditing(true)}>
            {t('advisor.edit')}
          </Menu.Item>
          <Menu.Item
            disabled={hasAccess}
            {...(hasAccess ? {} : { c: 'var(--mantine-color-error)' })}
            leftSection={<IconTrash size={16} />}
            onClick={() => void askToRemove()}
          >
            {t(hasAccess ? 'advisor.removeFirst' : 'advisor.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing !== undefined && (
        <Suspense>
          <EditAdvisor
            dossierId={dossierId}
            id={id}
            name={name}
            opened={editing}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
