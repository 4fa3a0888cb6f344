import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { NewDossierForm } from './new-dossier-form.tsx';

/** 'Create a dossier', for managers and admins (R1). */
export function NewDossier() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={18} />} onClick={open}>
        {t('newDossier.title')}
      </Button>
      <FormDialog opened={opened} onClose={close} title={t('newDossier.title')}>
        <NewDossierForm onCreated={close} />
      </FormDialog>
    </>
  );
}
