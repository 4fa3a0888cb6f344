import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type OnboardingState = Schemas['Onboarding'];
export type Obstacle = Schemas['OnboardingObstacle'];

export const onboardingKey = (o: string) => ['onboarding', o];
export const onboardingsKey = (f: string) => ['onboardings', f];

/** A firm's onboardings, newest first. */
export const useOnboardings = (f: string) =>
  useInfiniteQuery({
    queryKey: onboardingsKey(f),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/firms/{f}/onboardings', {
          params: { path: { f }, query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: f !== '',
  });

/** One onboarding; looked at again every second while dossiers are made, and less often while invitations leave. */
export const useOnboarding = (f: string, o: string) =>
  useQuery({
    queryKey: onboardingKey(o),
    queryFn: () => answered(api.GET('/api/firms/{f}/onboardings/{o}', { params: { path: { f, o } } })),
    enabled: f !== '',
    refetchInterval: ({ state: { data } }) => {
      if (data?.state === 'running') return 1_000;
      const { dossiersCreated = 0, invitationsSent = 0 } = data?.progress ?? {};
      const isSending =
        data?.state === 'finished' && dossiersCreated > 0 && invitationsSent < data.invitations;
      return isSending ? 5_000 : false;
    },
  });
