import { Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { grantedRights } from '../../domain/words.ts';
import { confirmed } from '../shell/confirm.tsx';
import { useChangeLevel } from './use-change-level.ts';
import type { Line } from './use-lines.ts';
import { useWithdrawal } from './use-withdrawal.ts';

type Props = { dossierId: string; line: Line };

/** The levels of an access on its row, removal included: what is chosen is saved at once. */
export function LevelMenu({ dossierId, line }: Props) {
  const { t } = useTranslation();
  const change = useChangeLevel(dossierId);
  const withdrawal = useWithdrawal();
  const { party, right, actions } = line;
  const { name } = party;
  const may = party.kind === 'advisor' ? 'right.advisorMay' : 'right.may';
  const target = useRef<HTMLButtonElement>(null);
  const save = (chosen: Line['right']) => {
    if (chosen !== right && !change.isPending) change.mutate({ line, right: chosen });
  };
  const withdraw = async () => {
    // The question gives the focus back to what has it now: the entry is gone by then.
    target.current?.focus();
    const isSure = await confirmed(t, {
      title: t('access.withdrawTitle', { name }),
      consequences: withdrawal(line).join(' '),
      verb: t('right.withdraw'),
    });
    if (isSure) save('none');
  };
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          ref={target}
          variant="light"
          size="compact-sm"
          fw={500}
          aria-busy={change.isPending}
          rightSection={<IconChevronDown size={14} />}
          aria-label={t('access.level', { name, right: t(`rights.${right}`) })}
        >
          {t(`rights.${right}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.includes('change') &&
          grantedRights.map((level) => (
            <Menu.Item
              key={level}
              aria-current={level === right}
              leftSection={<IconCheck size={16} opacity={level === right ? 1 : 0} />}
              onClick={() => save(level)}
            >
              {t(`rights.${level}`)}
              <Text size="xs">{t(`${may}.${level}`)}</Text>
            </Menu.Item>
          ))}
        {actions.includes('withdraw') && (
          <>
            {actions.includes('change') && <Menu.Divider />}
            <Menu.Item
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} />}
              onClick={() => void withdraw()}
            >
              {t('right.withdraw')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
