import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OnboardingState } from './use-onboardings.ts';

const colors = {
  checked: 'petrol',
  rejected: 'red',
  running: 'petrol',
  paused: 'orange',
  finished: 'green',
} as const;

/** How far an onboarding is, in a word. */
export function StateBadge({ state }: Pick<OnboardingState, 'state'>) {
  const { t } = useTranslation();
  return (
    <Badge
      variant="light"
      color={colors[state]}
      c="var(--mantine-color-text)"
      tt="none"
      style={{ flexShrink: 0 }}
    >
      {t(`onboarding.state.${state}`)}
    </Badge>
  );
}
