import { Alert, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import type en from '../i18n/en.json';
import { ProblemAlert } from '../shell/problem-alert.tsx';

type Known = keyof (typeof en)['onboarding']['fileProblems'];

/** Why a file could not be read at all, and how to save it so that it can. */
export function FileProblem({ error }: { error: unknown }) {
  const { t, i18n } = useTranslation();
  const problem = error instanceof Refusal ? error.problem : null;
  const errors =
    problem?.code === 'file_too_large'
      ? [{ field: '', code: 'file_too_large', message: '' }]
      : (problem?.errors ?? []);
  if (errors.length === 0) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />} title={t('onboarding.unreadable')}>
      <List size="sm">
        {errors.map(({ field, code, message }) => {
          const [, line, column] = /^line (\d+)(?:: (\w+))?$/.exec(field) ?? [];
          const numbers = /number ([\d, ]+)/.exec(message)?.[1] ?? '';
          return (
            <List.Item key={`${field} ${code}`}>
              {line && `${t('onboarding.lineNumber', { line })} `}
              {i18n.exists(`onboarding.fileProblems.${code}`)
                ? t(`onboarding.fileProblems.${code as Known}`, { column: column ?? '', numbers })
                : message}
            </List.Item>
          );
        })}
      </List>
      <Text size="sm" mt="xs">
        {t('onboarding.mendFile')}
      </Text>
    </Alert>
  );
}
