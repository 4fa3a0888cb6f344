import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossiers/use-dossier.ts';
import { Section } from '../shell/section.tsx';
import { HandOver } from './hand-over.tsx';

/** Who manages the dossier's rights, and the way to hand that over (R1). */
export function Manager({ dossier, hands }: { dossier: Dossier; hands: boolean }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <Section title={t('roles.manager')} text={t('settings.manager.means')}>
      <Group justify="space-between">
        <Text fw={600}>{dossier.manager.name}</Text>
        {hands && (
          <Button variant="default" leftSection={<IconArrowsExchange size={18} />} onClick={open}>
            {t('settings.manager.handOver')}
          </Button>
        )}
      </Group>
      {hands && <HandOver dossier={dossier} opened={opened} onClose={close} />}
    </Section>
  );
}
