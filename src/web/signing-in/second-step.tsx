import { Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppStep } from './app-step.tsx';
import { OtherWays, type Way } from './other-ways.tsx';
import type { Passed } from './password-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { TextStep } from './text-step.tsx';

type Props = { passed: Passed; onIn: () => Promise<void>; onBack: () => void; onLate: () => void };

const titles = {
  otp: 'code.title',
  totp: 'secondFactor.appTitle',
  recovery: 'secondFactor.recoveryTitle',
} as const;

/** The second step of signing in: a code from where the account takes one, or a recovery code in its place (R15). */
export function SecondStep({ passed, onIn, onBack, onLate }: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>(passed.methods.includes('totp') ? 'totp' : 'otp');
  const ways: Way[] = [...passed.methods, 'recovery'];
  const ends = { onIn, onLate };
  return (
    <Stack>
      <Title order={1} size="h2">
        {t(titles[way])}
      </Title>
      {way === 'otp' && (
        <TextStep {...ends} isSent={!passed.methods.includes('totp')} sendError={passed.sendError} />
      )}
      {way === 'totp' && <AppStep {...ends} takesTexts={passed.methods.includes('otp')} />}
      {way === 'recovery' && <RecoveryStep {...ends} />}
      <OtherWays ways={ways.filter((other) => other !== way)} onChoose={setWay} />
      <Button variant="subtle" onClick={onBack}>
        {t('code.back')}
      </Button>
    </Stack>
  );
}
