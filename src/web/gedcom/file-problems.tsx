import { Alert, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProblemDocument } from '../api/client.ts';
import { reasonText } from '../family/refused-fields.ts';
import type en from '../i18n/en.json';

type Code = keyof typeof en.family.gedcom.wrong;

/** Why a file isn't taken, line by line: nothing of it was added. */
export function FileProblems({ errors }: { errors: NonNullable<ProblemDocument['errors']> }) {
  const { t, i18n } = useTranslation();
  const isKnown = (code: string): code is Code => i18n.exists(`family.gedcom.wrong.${code}`);
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle />} title={t('family.gedcom.refused')}>
      <Text size="sm">{t('family.gedcom.refusedText')}</Text>
      <List size="sm" mt="xs">
        {errors.map(({ field, code, message }) => {
          const line = /\d+/.exec(field)?.[0];
          const text = isKnown(code) ? t(`family.gedcom.wrong.${code}`) : reasonText(t, code, message);
          return (
            <List.Item key={`${field} ${code} ${message}`}>
              {line && <strong>{t('family.gedcom.line', { line })} : </strong>}
              {text}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
