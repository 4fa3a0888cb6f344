import { Anchor, Container, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormats } from '../i18n/use-formats.ts';
import { LoadingPage } from '../shell/loading-page.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useMe } from '../shell/use-me.ts';
import { Checked } from './checked.tsx';
import { Rejected } from './rejected.tsx';
import { Run } from './run.tsx';
import { StateBadge } from './state-badge.tsx';
import { useOnboarding } from './use-onboardings.ts';

/** One file: what is wrong with it, or what starting it would do, or how far it is. The e-mails about it lead here. */
export function Onboarding() {
  const { t } = useTranslation();
  const { o = '' } = useParams();
  const { instant } = useFormats();
  const { data: me } = useMe();
  const firmId = me?.team?.firmId ?? '';
  const { data: onboarding, error } = useOnboarding(firmId, o);
  const { state, createdAt, by } = onboarding ?? {};
  return (
    <Container size="md" p={0}>
      <Anchor component={Link} to="/onboardings" size="sm">
        ← {t('onboarding.back')}
      </Anchor>
      <Group justify="space-between" mb="xs" mt="xs">
        <Title order={1}>
          {createdAt ? t('onboarding.fileOf', { date: instant(createdAt) }) : t('onboarding.title')}
        </Title>
        {state && <StateBadge state={state} />}
      </Group>
      {error && !onboarding && <ProblemAlert error={error} />}
      {!onboarding && !error && firmId && <LoadingPage />}
      {me && !firmId && <Text>{t('onboarding.notYours')}</Text>}
      {onboarding && (
        <Stack gap="lg">
          <Text>
            {t(onboarding.startedAt ? 'onboarding.runBy' : 'onboarding.checkedBy', { name: by?.name })}
          </Text>
          {state === 'rejected' && <Rejected firmId={firmId} onboarding={onboarding} />}
          {state === 'checked' && <Checked firmId={firmId} onboarding={onboarding} />}
          {onboarding.startedAt && <Run firmId={firmId} onboarding={onboarding} />}
        </Stack>
      )}
    </Container>
  );
}
