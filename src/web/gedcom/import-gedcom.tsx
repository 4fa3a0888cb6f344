import { Anchor, Button, FileInput, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { fileFlawsOf } from '../shell/file-flaws.ts';
import { FileProblems } from '../shell/file-problems.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport, usePreview } from './use-gedcom.ts';

/** Adds the family of a GEDCOM file: what it would add and what is left out is seen before anything is written. */
export function ImportGedcom() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const preview = usePreview(d);
  const add = useImport(d, () => void navigate(`/dossiers/${d}/family`));
  const choose = (chosen: File | null) => {
    setFile(chosen);
    preview.reset();
    add.reset();
    if (chosen) preview.mutate(chosen);
  };
  const error = add.error ?? preview.error;
  const flaws = fileFlawsOf(error);
  return (
    <Stack py="md">
      <Anchor component={Link} to={`/dossiers/${d}/family`} size="sm">
        {t('family.gedcom.back')}
      </Anchor>
      <Title order={2} size="h3">
        {t('family.gedcom.import')}
      </Title>
      <Text>{t('family.gedcom.text')}</Text>
      <FileInput
        label={t('family.gedcom.file')}
        placeholder={t('family.gedcom.choose')}
        accept=".ged,.gedcom,text/vnd.familysearch.gedcom"
        value={file}
        onChange={choose}
        maw={480}
      />
      {preview.isPending && <Text role="status">{t('family.gedcom.reading')}</Text>}
      {flaws ? <FileProblems flaws={flaws} of="family" /> : error && <ProblemAlert error={error} />}
      {preview.data && file && (
        <>
          <ImportPreview preview={preview.data} />
          <Group>
            <Button
              disabled={preview.data.counts.persons === 0}
              loading={add.isPending}
              onClick={() => add.mutate(file)}
            >
              {t('family.gedcom.add', { count: preview.data.counts.persons })}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
