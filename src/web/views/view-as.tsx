import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useBeginView } from './use-views.ts';

/** For the manager: to see the dossier as one of those sees it who have access. */
export function ViewAs({ dossierId, lines }: { dossierId: string; lines: Line[] }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const begin = useBeginView(dossierId);
  const those = lines.filter(({ right }) => right !== 'none');
  const [chosen, setChosen] = useState('');
  const party = those.find(({ party: { id } }) => id === (chosen || those[0]?.party.id))?.party;
  if (those.length === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={18} />} onClick={open}>
        {t('view.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('view.title')}
        closeButtonProps={{ 'aria-label': t('leave.close') }}
      >
        <Stack>
          <Text size="sm">{t('view.means')}</Text>
          {begin.error && <ProblemAlert error={begin.error} />}
          <NativeSelect
            label={t('view.who')}
            data-autofocus
            value={party?.id ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={those.map((line) => ({ value: line.party.id, label: line.party.name }))}
          />
          <Group justify="end">
            <Button
              leftSection={<IconEye size={18} />}
              loading={begin.isPending}
              onClick={() => party && begin.mutate({ kind: party.kind, id: party.id, name: party.name })}
            >
              {t('view.begin')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
