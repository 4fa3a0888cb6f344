import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { useProblemText } from '../shell/problem-text.ts';
import { type OnboardingState, onboardingsKey } from './use-onboardings.ts';

/** Forgets a file that nobody started, with what is kept of its lines. */
export function RemoveFile({ firmId, onboarding }: { firmId: string; onboarding: OnboardingState }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const text = useProblemText();
  const { id, version } = onboarding;
  const remove = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/firms/{f}/onboardings/{o}', {
          params: { path: { f: firmId, o: id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('onboarding.fileRemoved') });
      await queries.invalidateQueries({ queryKey: onboardingsKey(firmId) });
      await navigate('/onboardings');
    },
    onError: (error) => notifications.show({ color: 'red', message: text(error) }),
  });
  const ask = async () => {
    const question = {
      title: t('onboarding.removeTitle'),
      consequences: t('onboarding.removeText'),
      verb: t('onboarding.removeFile'),
    };
    if (await confirmed(t, question)) remove.mutate();
  };
  return (
    <Button variant="default" loading={remove.isPending} onClick={() => void ask()}>
      {t('onboarding.removeFile')}
    </Button>
  );
}
