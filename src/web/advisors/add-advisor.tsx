import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AdvisorForm } from './advisor-form.tsx';

/** 'Add an advisor': registering sends nothing; access is given afterwards, by the edit icon (R6). */
export function AddAdvisor({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={18} />} onClick={open}>
        {t('advisor.add')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('advisor.add')}
        closeButtonProps={{ 'aria-label': t('leave.close') }}
      >
        <AdvisorForm dossierId={dossierId} onSaved={close} />
      </Modal>
    </>
  );
}
