import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './problem-text.ts';

/** What went wrong, and what to do about it. */
export function ProblemAlert({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const text = useProblemText();
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />} title={t('problems.title')}>
      {text(error)}
    </Alert>
  );
}
