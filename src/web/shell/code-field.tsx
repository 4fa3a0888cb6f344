import { Button, PinInput, Stack, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { useProblemText } from './problem-text.ts';
import type { TextedCode } from './use-texted-code.ts';

const length = 6;

type Props = {
  label: string;
  /** Why the last code was refused: it is then typed anew. */
  error: unknown;
  isPending: boolean;
  onComplete: (code: string) => void;
  /** Where they come by text message: the way to another, which is also the way on once this one is used up. */
  texted?: TextedCode;
};

const codeOf = (error: unknown) => (error instanceof Refusal ? error.problem.code : null);

/** Six digits of a code, taken over from the text message where the browser can; sent once the last one is there. */
export function CodeField({ label, error, isPending, onComplete, texted }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  useEffect(() => {
    if (!error) return;
    setCode('');
    first.current?.focus();
  }, [error]);
  const isWrong = codeOf(error) === 'bad_code';
  const isUsedUp = codeOf(error) === 'too_many_tries' && texted !== undefined;
  const refusal = isUsedUp ? t('code.usedUp') : isWrong && problemText(error);
  const isRefused = Boolean(refusal) && code === '';
  const isSentAgain = texted !== undefined && texted.sent > 1 && !texted.isPending && !texted.error;
  const change = (typed: string) => {
    setCode(typed);
    if (typed.length === length && typed !== code) onComplete(typed);
  };
  return (
    <Stack gap="xs">
      {Boolean(error) && !refusal && <ProblemAlert error={error} />}
      <Text id={`${id}-label`} size="sm" fw={500}>
        {label}
      </Text>
      <PinInput
        ref={first}
        aria-labelledby={`${id}-label`}
        oneTimeCode
        autoFocus
        type="number"
        length={length}
        gap={8}
        value={code}
        onChange={change}
        readOnly={isPending}
        error={isRefused}
        // Its own would leave out by what a digit is described.
        getInputProps={(index) => ({
          withAria: false,
          'aria-label': t('code.digit', { number: index + 1 }),
          'aria-invalid': isRefused || undefined,
          'aria-describedby': `${id}-error`,
        })}
      />
      <Text id={`${id}-error`} role="alert" size="sm" c="var(--mantine-color-error)">
        {isRefused && refusal}
      </Text>
      {texted && (
        <>
          <Text role="status" size="sm">
            {isSentAgain ? t('code.sentAgain') : ''}
          </Text>
          <Button variant={isUsedUp ? 'filled' : 'light'} loading={texted.isPending} onClick={texted.ask}>
            {t('code.again')}
          </Button>
        </>
      )}
    </Stack>
  );
}
