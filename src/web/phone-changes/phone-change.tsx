import { Alert, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answered, api, Refusal } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { CancelChange } from './cancel-change.tsx';
import { Cancelled } from './cancelled.tsx';
import { OverLink } from './over-link.tsx';
import { ProveNumber } from './prove-number.tsx';

/** Where the links about a new number lead (R15): to prove it, and to cancel it. Opening one consumes nothing. */
export function PhoneChange() {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const { token = '' } = useParams();
  const [isCancelled, setCancelled] = useState(false);
  const { data: change, error } = useQuery({
    queryKey: ['phone-change', token],
    queryFn: () => answered(api.GET('/api/phone-changes/{token}', { params: { path: { token } } })),
  });
  if (isCancelled) return <Cancelled />;
  if (error instanceof Refusal && error.problem.status === 404) return <OverLink />;
  if (error) return <ProblemAlert error={error} />;
  if (!change) return <Loader />;
  const { state, way, newPhone, expiresAt, effectiveAt } = change;
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('phoneChange.title')}
      </Title>
      <Text>{t('phoneChange.asked', { phone: newPhone })}</Text>
      {state === 'asked' && way === 'address' && <ProveNumber token={token} newPhone={newPhone} />}
      {state === 'asked' && way === 'old_number' && <Text>{t('phoneChange.unproven')}</Text>}
      {state === 'waiting' && (
        <Alert color="blue" title={t('phoneChange.waitingTitle')}>
          {t('phoneChange.waiting', { until: instant(expiresAt) })}
        </Alert>
      )}
      {state === 'confirmed' && (
        <Alert color="orange" title={t('phoneChange.confirmedTitle')}>
          {t('phoneChange.confirmed', { at: instant(effectiveAt ?? expiresAt) })}
        </Alert>
      )}
      <CancelChange token={token} newPhone={newPhone} onCancelled={() => setCancelled(true)} />
    </Stack>
  );
}
