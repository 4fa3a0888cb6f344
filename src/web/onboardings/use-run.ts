import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { type OnboardingState, onboardingKey, onboardingsKey } from './use-onboardings.ts';

/** Starts, pauses and resumes an onboarding; the page shows the answer. */
export function useRun(f: string, { id }: OnboardingState) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const params = { path: { f, o: id } };
  const said = (key: 'started' | 'paused' | 'resumed') => (now: OnboardingState) => {
    queries.setQueryData(onboardingKey(id), now);
    notifications.show({ message: t(`onboarding.${key}`) });
    void queries.invalidateQueries({ queryKey: ['dossiers'], refetchType: 'none' });
    void queries.invalidateQueries({ queryKey: onboardingsKey(f) });
  };
  const start = useMutation({
    mutationFn: (invitationsPerHour: number) =>
      answered(api.POST('/api/firms/{f}/onboardings/{o}/start', { params, body: { invitationsPerHour } })),
    onSuccess: said('started'),
  });
  const pause = useMutation({
    mutationFn: () => answered(api.POST('/api/firms/{f}/onboardings/{o}/pause', { params })),
    onSuccess: said('paused'),
  });
  const resume = useMutation({
    mutationFn: () => answered(api.POST('/api/firms/{f}/onboardings/{o}/resume', { params })),
    onSuccess: said('resumed'),
  });
  return { start, pause, resume };
}
