import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HandOverForm } from './hand-over-form.tsx';
import type { ListedDossier } from './use-dossiers.ts';

type Props = { dossiers: ListedDossier[]; firmId: string; isChosen: boolean };

/** For the firm's admin: hands dossiers of the list to another manager (R1). `isChosen`: all of them, unless some are left out. */
export function HandOver(props: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="light" leftSection={<IconArrowsExchange size={18} />} onClick={open}>
        {t('dossiers.handOver.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('dossiers.handOver.title')}
        closeButtonProps={{ 'aria-label': t('leave.close') }}
      >
        <HandOverForm {...props} onDone={close} />
      </Modal>
    </>
  );
}
