import { Alert, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FileFlaw } from './file-flaws.ts';
import { type Feature, useFieldText } from './problem-text.ts';

/** Why a file isn't taken, line by line: nothing of it was added. */
export function FileProblems({ flaws, of }: { flaws: FileFlaw[]; of: Feature }) {
  const { t } = useTranslation();
  const text = useFieldText(of);
  // What is wrong several times in one place is said once.
  const said = new Map(flaws.map((flaw) => [`${flaw.line} ${flaw.column} ${flaw.code}`, flaw]));
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />} title={t('problems.file.title')}>
      <Text size="sm">{t('problems.file.text')}</Text>
      <List size="sm" mt="xs">
        {[...said].map(([key, { line, column, code, numbers }]) => (
          <List.Item key={key}>
            {line && (
              <strong>{column ? t('problems.cell', { line, column }) : t('problems.line', { line })} </strong>
            )}
            {text(code, column ?? '', { numbers })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
