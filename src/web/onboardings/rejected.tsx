import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from './file-drop.tsx';
import { Obstacles } from './obstacles.tsx';
import { RemoveFile } from './remove-file.tsx';
import type { OnboardingState } from './use-onboardings.ts';

/** A file with lines that can't be created: which ones, why, and where the corrected file goes. */
export function Rejected({ firmId, onboarding }: { firmId: string; onboarding: OnboardingState }) {
  const { t } = useTranslation();
  const { rejections, rejected, lines } = onboarding;
  return (
    <Stack>
      <Alert
        color="red"
        icon={<IconAlertCircle />}
        title={t('onboarding.rejectedTitle', { count: rejections })}
      >
        {t('onboarding.rejectedText', { count: lines })}
      </Alert>
      <Obstacles label={t('onboarding.rejectedLines')} obstacles={rejected} />
      {rejections > rejected.length && (
        <Text size="sm">{t('onboarding.rejectedMore', { count: rejections - rejected.length })}</Text>
      )}
      <Title order={2} size="h3">
        {t('onboarding.sendAgain')}
      </Title>
      <FileDrop firmId={firmId} />
      <Group justify="end">
        <RemoveFile firmId={firmId} onboarding={onboarding} />
      </Group>
    </Stack>
  );
}
