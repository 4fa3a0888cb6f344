import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossiers/use-dossier.ts';
import { ExplainDialog } from './explain-dialog.tsx';

/** For the manager: why somebody can do something in the dossier, or can't. */
export function Explain({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconHelpCircle size={18} />} onClick={open}>
        {t('explain.open')}
      </Button>
      <ExplainDialog dossier={dossier} opened={opened} onClose={close} />
    </>
  );
}
