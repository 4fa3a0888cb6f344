import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const NewAdvisorDialog = lazy(async () => ({
  default: (await import('./new-advisor-dialog.tsx')).NewAdvisorDialog,
}));

/** 'Add an advisor': registering sends nothing; access is given afterwards, by the edit icon (R6). */
export function AddAdvisor({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<boolean>();
  return (
    <>
      <Button leftSection={<IconPlus size={18} />} onClick={() => setOpened(true)}>
        {t('advisor.add')}
      </Button>
      {opened !== undefined && (
        <Suspense>
          <NewAdvisorDialog dossierId={dossierId} opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
