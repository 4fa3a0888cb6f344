import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { SeveralForm } from './several-form.tsx';

/** Gives access to several at once, to those who have none (R2, R3): all of them, or none. */
export function SeveralRights({ dossierId, lines }: { dossierId: string; lines: Line[] }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const [isDirty, setDirty] = useState(false);
  const without = lines.filter(({ actions }) => actions.includes('give'));
  const leave = () => {
    setDirty(false);
    close();
  };
  return (
    <>
      {without.length > 1 && (
        <Button variant="default" leftSection={<IconUsersPlus size={18} />} onClick={open}>
          {t('severalRights.open')}
        </Button>
      )}
      <FormDialog
        opened={opened}
        onClose={leave}
        title={t('severalRights.title')}
        size="lg"
        isDirty={isDirty}
      >
        <SeveralForm dossierId={dossierId} lines={without} onDirty={setDirty} onSaved={leave} />
      </FormDialog>
    </>
  );
}
