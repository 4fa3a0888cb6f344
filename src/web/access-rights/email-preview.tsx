import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../shell/problem-text.ts';
import { EmailFrame } from './email-frame.tsx';
import type { Typed } from './typed.ts';
import type { Line } from './use-lines.ts';
import { usePreview } from './use-preview.ts';

type Props = { dossierId: string; line: Line; typed: Typed; isComplete: boolean };

/** The e-mail that a save would send, as it is typed; or why there is none. */
export function EmailPreview({ dossierId, line, typed, isComplete }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { data, error } = usePreview(dossierId, line, typed, isComplete);
  const content = () => {
    if (!isComplete) return <Text size="sm">{t('right.preview.incomplete')}</Text>;
    if (error) return <Text size="sm">{problemText(error)}</Text>;
    if (!data) return <Skeleton height={240} />;
    if (!data.email) {
      const nothing = data.decision === 'unchanged' ? 'unchanged' : 'noEmail';
      return <Text size="sm">{t(`right.preview.${nothing}`)}</Text>;
    }
    return (
      <>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('right.preview.to', { email: data.email.to })}
          <br />
          {t('right.preview.subject', { subject: data.email.subject })}
        </Text>
        <EmailFrame html={data.email.html} title={t('right.preview.title')} />
      </>
    );
  };
  return (
    <Stack component="section" gap="xs" aria-label={t('right.preview.title')}>
      <Title order={3} size="h5">
        {t('right.preview.title')}
      </Title>
      {content()}
    </Stack>
  );
}
