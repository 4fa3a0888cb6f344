import { Button, Loader, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Section } from '../shell/section.tsx';
import { SessionRow } from './session-row.tsx';

/** Where one is signed in, to end one session or all the others. */
export function Sessions() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => answered(api.GET('/api/me/sessions')),
  });
  const endOthers = useMutation({
    mutationFn: () => answered(api.DELETE('/api/me/sessions')),
    onSuccess: async () => {
      notifications.show({ message: t('yourAccount.sessions.othersEnded') });
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const ask = async () => {
    const question = {
      title: t('yourAccount.sessions.endOthers'),
      consequences: t('yourAccount.sessions.endOthersText'),
      verb: t('yourAccount.sessions.endOthers'),
    };
    if (await confirmed(t, question)) endOthers.mutate();
  };
  const sessions = data?.items ?? [];
  const failed = error ?? endOthers.error;
  return (
    <Section title={t('yourAccount.sessions.title')} text={t('yourAccount.sessions.text')}>
      {failed && <ProblemAlert error={failed} />}
      {!data && !error && <Loader />}
      <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Stack>
      {sessions.length > 1 && (
        <Button
          variant="default"
          style={{ alignSelf: 'end' }}
          loading={endOthers.isPending}
          onClick={() => void ask()}
        >
          {t('yourAccount.sessions.endOthers')}
        </Button>
      )}
    </Section>
  );
}
