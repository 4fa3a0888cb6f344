import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';

const SeveralDialog = lazy(async () => ({ default: (await import('./several-dialog.tsx')).SeveralDialog }));

/** Gives access to several at once, to those who have none (R2, R3): all of them, or none. */
export function SeveralRights({ dossierId, lines }: { dossierId: string; lines: Line[] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<boolean>();
  const without = lines.filter(({ actions }) => actions.includes('give'));
  return (
    <>
      {without.length > 1 && (
        <Button variant="default" leftSection={<IconUsersPlus size={18} />} onClick={() => setOpened(true)}>
          {t('severalRights.open')}
        </Button>
      )}
      {opened !== undefined && (
        <Suspense>
          <SeveralDialog
            dossierId={dossierId}
            lines={without}
            opened={opened}
            onClose={() => setOpened(false)}
          />
        </Suspense>
      )}
    </>
  );
}
