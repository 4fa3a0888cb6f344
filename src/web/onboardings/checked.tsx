import { Alert, Button, Checkbox, Group, List, NumberInput, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationRate } from '../../domain/onboarding.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useMe } from '../shell/use-me.ts';
import { RemoveFile } from './remove-file.tsx';
import type { OnboardingState } from './use-onboardings.ts';
import { useRun } from './use-run.ts';

/** A file without a fault: what starting it creates and sends, what of that is for ever (R5), and the button. */
export function Checked({ firmId, onboarding }: { firmId: string; onboarding: OnboardingState }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [rate, setRate] = useState<string | number>(onboarding.invitationsPerHour);
  const [isUnderstood, setUnderstood] = useState(false);
  const [isTried, setTried] = useState(false);
  const { start } = useRun(firmId, onboarding);
  const { dossiers, persons, rights, irrevocable, invitations, by } = onboarding;
  const perHour = Number(rate);
  const isRate =
    Number.isInteger(perHour) && perHour >= invitationRate.least && perHour <= invitationRate.most;
  const isMine = by.id === me?.id;
  const go = () => {
    setTried(true);
    if (isRate && (isUnderstood || irrevocable === 0)) start.mutate(perHour);
  };
  return (
    <Stack>
      {start.error && <ProblemAlert error={start.error} />}
      <Alert color="green" icon={<IconCircleCheck />} title={t('onboarding.checkedTitle')}>
        <Text size="sm">{t('onboarding.willDo')}</Text>
        <List size="sm" mt={4}>
          <List.Item>{t('onboarding.willCreate', { count: dossiers })}</List.Item>
          <List.Item>{t('onboarding.willEnter', { count: persons })}</List.Item>
          <List.Item>{t('onboarding.willGive', { count: rights })}</List.Item>
          <List.Item>{t('onboarding.willInvite', { count: invitations })}</List.Item>
        </List>
      </Alert>
      {irrevocable > 0 && (
        <Alert color="orange" icon={<IconLock />} title={t('right.forEver')}>
          <Text size="sm">{t('onboarding.forEver', { count: irrevocable })}</Text>
          {isMine && (
            <Checkbox
              mt="sm"
              label={t('onboarding.understood')}
              checked={isUnderstood}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
              error={isTried && !isUnderstood ? t('right.understoodNeeded') : null}
            />
          )}
        </Alert>
      )}
      {isMine && invitations > 0 && (
        <NumberInput
          label={t('onboarding.rate')}
          description={
            isRate && t('onboarding.rateTakes', { count: Math.max(1, Math.ceil(invitations / perHour)) })
          }
          value={rate}
          onChange={setRate}
          min={invitationRate.least}
          max={invitationRate.most}
          allowDecimal={false}
          maw={360}
          error={isRate ? null : t('onboarding.rateWrong', invitationRate)}
        />
      )}
      {!isMine && <Text>{t('onboarding.onlyBy', { name: by.name })}</Text>}
      <Group justify="end">
        <RemoveFile firmId={firmId} onboarding={onboarding} />
        {isMine && (
          <Button loading={start.isPending} onClick={go}>
            {t('onboarding.start', { count: dossiers })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
