import { type OnboardingColumn, onboardingColumns, onboardingLimits } from '../../../domain/onboarding.ts';
import type { FileShape } from '../../csv/parse-file.ts';
import { Problem } from '../../problem.ts';

export const mediaType = 'text/csv';

export const shape: FileShape<OnboardingColumn> = {
  columns: onboardingColumns,
  optional: ['manager', 'birth_date', 'language', 'email', 'phone', 'right'],
  most: onboardingLimits.lines,
  tooMany: () => {
    const message = `More than ${onboardingLimits.lines} lines: divide the file, each dossier whole in one part.`;
    return new Problem('bad_file', { errors: [{ field: 'file', code: 'too_many_lines', message }] });
  },
};
