import { useTranslation } from 'react-i18next';
import en from '../i18n/en.json';
import type { Obstacle } from './use-onboardings.ts';

const { reasons, formats } = en.onboarding;
type Known = keyof typeof reasons;
type WithFormat = keyof typeof formats;
const isKnown = (code: string): code is Known => code in reasons;
const hasFormat = (column: string | null): column is WithFormat => column !== null && column in formats;

/** Why a line was rejected and what to put there instead, in the reader's language. */
export function useReason(): (obstacle: Obstacle) => string {
  const { t } = useTranslation();
  return ({ code, column, message }) => {
    const isFormat = code === 'invalid_value' || code === 'invalid_format';
    if (isFormat && hasFormat(column)) return t(`onboarding.formats.${column}`);
    return isKnown(code) ? t(`onboarding.reasons.${code}`) : message;
  };
}
