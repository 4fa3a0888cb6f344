import { useTranslation } from 'react-i18next';
import type en from '../i18n/en.json';
import type { Obstacle } from './use-onboardings.ts';

type Reason = keyof (typeof en)['onboarding']['reasons'];
type WithFormat = keyof (typeof en)['onboarding']['formats'];

/** Why a line was rejected and what to put there instead, in the reader's language. */
export function useReason(): (obstacle: Obstacle) => string {
  const { t, i18n } = useTranslation();
  return ({ code, column, message }) => {
    const isFormat = code === 'invalid_value' || code === 'invalid_format';
    if (isFormat && i18n.exists(`onboarding.formats.${column}`)) {
      return t(`onboarding.formats.${column as WithFormat}`);
    }
    return i18n.exists(`onboarding.reasons.${code}`) ? t(`onboarding.reasons.${code as Reason}`) : message;
  };
}
