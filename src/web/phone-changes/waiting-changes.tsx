import { Container, Loader, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../shell/empty.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useWaitingChanges, type WaitingChange } from './use-waiting-changes.ts';
import { WaitingCard } from './waiting-card.tsx';

/** The people who lost their phone and wait for the reader (R15): a dossier manager, or the admin for the team. */
export function WaitingChanges() {
  const { t } = useTranslation();
  const { data: changes, error } = useWaitingChanges();
  const [confirming, setConfirming] = useState<WaitingChange | null>(null);
  return (
    <Container size="md" p={0}>
      <Title order={1} mb="xs">
        {t('phoneChange.list.title')}
      </Title>
      <Text mb="md">{t('phoneChange.list.text')}</Text>
      {error && <ProblemAlert error={error} />}
      {!changes && !error && <Loader />}
      {changes?.length === 0 && <Empty text={t('phoneChange.list.none')} />}
      <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {changes?.map((change) => (
          <WaitingCard key={change.id} change={change} onConfirm={() => setConfirming(change)} />
        ))}
      </Stack>
      <ConfirmDialog change={confirming} onClose={() => setConfirming(null)} />
    </Container>
  );
}
