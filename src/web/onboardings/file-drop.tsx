import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileFlawsOf } from '../shell/file-flaws.ts';
import { FileProblems } from '../shell/file-problems.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useCheckFile } from './use-check-file.ts';

/** Where a file is chosen, or dropped, to be checked. */
export function FileDrop({ firmId }: { firmId: string }) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const check = useCheckFile(firmId);
  const flaws = fileFlawsOf(check.error);
  const take = (file: File | null | undefined) => {
    if (file && !check.isPending) check.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <Stack>
      {flaws ? (
        <FileProblems flaws={flaws} of="onboarding" />
      ) : (
        check.error && <ProblemAlert error={check.error} />
      )}
      <Stack
        align="center"
        gap="sm"
        py="xl"
        px="md"
        ta="center"
        bd={`2px dashed var(--mantine-color-${isOver ? 'petrol-7' : 'default-border'})`}
        bdrs="md"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={32} aria-hidden />
        <Text>{t('onboarding.drop')}</Text>
        <FileButton
          accept=".csv,text/csv"
          onChange={take}
          inputProps={{ 'aria-label': t('onboarding.choose') }}
        >
          {(props) => (
            <Button {...props} loading={check.isPending}>
              {t('onboarding.choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm">{t('onboarding.nothingYet')}</Text>
      </Stack>
    </Stack>
  );
}
