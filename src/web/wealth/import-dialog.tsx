import { Button, Code, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileFlawsOf } from '../shell/file-flaws.ts';
import { FileProblems } from '../shell/file-problems.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';

type Props = {
  dossierId: string;
  isOpen: boolean;
  nameOf: (id: string | null) => string;
  onClose: () => void;
};

/** The dialog in which a CSV file is chosen, looked into, and entered. */
export function ImportDialog({ dossierId, isOpen, nameOf, onClose }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const close = () => {
    setFile(null);
    preview.reset();
    enter.reset();
    onClose();
  };
  const { preview, enter } = useImport(dossierId, close);
  const error = preview.error ?? enter.error;
  const flaws = fileFlawsOf(error);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    enter.reset();
    if (chosen) preview.mutate(chosen);
    else preview.reset();
  };
  const isFine = preview.data && preview.data.rejected.length === 0 && preview.data.items.length > 0;
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size="lg"
      title={t('wealth.import.title')}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      <Stack>
        <Text size="sm">{t('wealth.import.help')}</Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', overflow: 'visible' }}>
          {'kind;name;value;currency;valued_on;owners;description;country\n'}
          {'real_estate;Maison;450000;EUR;2026-01-31;full Jeanne Dupont 1/2; …'}
        </Code>
        <FileInput
          label={t('wealth.import.file')}
          placeholder={t('wealth.import.choose')}
          accept=".csv,text/csv"
          leftSection={<IconUpload size={18} />}
          value={file}
          onChange={choose}
        />
        {flaws ? <FileProblems flaws={flaws} of="csv" /> : error && <ProblemAlert error={error} />}
        {preview.data && <ImportPreview preview={preview.data} nameOf={nameOf} />}
        <Group justify="end">
          <Button
            disabled={!isFine}
            loading={enter.isPending || preview.isPending}
            onClick={() => file && enter.mutate(file)}
          >
            {isFine ? t('wealth.import.verb', { count: preview.data.items.length }) : t('wealth.import.open')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
