import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/use-formats.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { FileDrop } from './file-drop.tsx';
import { Meter } from './meter.tsx';
import { Obstacles } from './obstacles.tsx';
import type { OnboardingState } from './use-onboardings.ts';
import { useRun } from './use-run.ts';

/** How far an onboarding is: dossiers, then invitations, which leave one after the other; and what went wrong. */
export function Run({ firmId, onboarding }: { firmId: string; onboarding: OnboardingState }) {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const { pause, resume } = useRun(firmId, onboarding);
  const { state, pausedBecause, dossiers, invitations, finishedAt, progress } = onboarding;
  const { dossiersCreated, dossiersFailed, invitationsSent, invitationsWaiting, failures } = progress;
  const done = dossiersCreated + dossiersFailed;
  const mayPause = state === 'running' || (state === 'finished' && invitationsWaiting > 0);
  const last = progress.lastInvitationAt;
  const error = pause.error ?? resume.error;
  return (
    <Stack gap="lg">
      {error && <ProblemAlert error={error} />}
      {state === 'paused' && (
        <Alert color="orange" icon={<IconPlayerPause />} title={t('onboarding.pausedTitle')}>
          {t(`onboarding.pausedBecause.${pausedBecause ?? 'asked'}`)}
        </Alert>
      )}
      <Stack role="status">
        <Meter
          label={t('onboarding.dossiers')}
          text={t('onboarding.dossiersDone', { done, count: dossiers })}
          done={done}
          of={dossiers}
        />
        <Meter
          label={t('onboarding.invitations')}
          text={t('onboarding.invitationsSent', { done: invitationsSent, count: invitations })}
          done={invitationsSent}
          of={invitations}
        />
        {invitationsWaiting > 0 && (
          <Text size="sm">
            {t('onboarding.waiting', { count: invitationsWaiting })}{' '}
            {last && t('onboarding.lastAt', { date: instant(last) })}
          </Text>
        )}
        {finishedAt && (
          <Text>
            {t('onboarding.finished', { count: dossiersCreated })}{' '}
            <Anchor component={Link} to="/" underline="always">
              {t('onboarding.toDossiers')}
            </Anchor>
          </Text>
        )}
      </Stack>
      <Group>
        {mayPause && (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={16} />}
            loading={pause.isPending}
            onClick={() => pause.mutate()}
          >
            {t('onboarding.pause')}
          </Button>
        )}
        {state === 'paused' && (
          <Button
            leftSection={<IconPlayerPlay size={16} />}
            loading={resume.isPending}
            onClick={() => resume.mutate()}
          >
            {t('onboarding.resume')}
          </Button>
        )}
        {(mayPause || state === 'paused') && <Text size="sm">{t('onboarding.pauseText')}</Text>}
      </Group>
      {failures.length > 0 && (
        <Stack>
          <Title order={2} size="h3">
            {t('onboarding.failed', { count: dossiersFailed })}
          </Title>
          <Text>{t('onboarding.failedText')}</Text>
          <Obstacles label={t('onboarding.failed', { count: dossiersFailed })} obstacles={failures} />
          <FileDrop firmId={firmId} />
        </Stack>
      )}
    </Stack>
  );
}
