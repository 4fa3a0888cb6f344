import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../shell/form-dialog.tsx';
import { MemberForm } from './member-form.tsx';
import { useAddMember } from './use-add-member.ts';

/** 'Add a member': he is invited by e-mail, as everybody is (R15). */
export function AddMember({ firmId }: { firmId: string }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconUserPlus size={18} />} onClick={open}>
        {t('team.add')}
      </Button>
      {opened && <Adding firmId={firmId} onClose={close} />}
    </>
  );
}

function Adding({ firmId, onClose }: { firmId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddMember(firmId, onClose);
  return (
    <FormDialog opened onClose={onClose} title={t('team.add')}>
      <MemberForm
        member={null}
        hindrance={null}
        managed={[]}
        error={add.error}
        isSaving={add.isPending}
        onSave={(typed) => add.mutate(typed)}
      />
    </FormDialog>
  );
}
