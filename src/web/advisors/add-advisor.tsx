import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { AdvisorForm } from './advisor-form.tsx';

/** 'Add an advisor': registering sends nothing; access is given afterwards, by the edit icon (R6). */
export function AddAdvisor({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const [isDirty, setDirty] = useState(false);
  const leave = () => {
    setDirty(false);
    close();
  };
  return (
    <>
      <Button leftSection={<IconPlus size={18} />} onClick={open}>
        {t('advisor.add')}
      </Button>
      <FormDialog opened={opened} onClose={leave} isDirty={isDirty} title={t('advisor.add')}>
        <AdvisorForm dossierId={dossierId} onDirty={setDirty} onSaved={leave} />
      </FormDialog>
    </>
  );
}
