import { PinInput, Stack, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { useProblemText } from './problem-text.ts';

const length = 6;

type Props = {
  label: string;
  /** Why the last code was refused: it is then typed anew. */
  error: unknown;
  isPending: boolean;
  onComplete: (code: string) => void;
};

/** Six digits of a code, taken over from the text message where the browser can; sent once the last one is there. */
export function CodeField({ label, error, isPending, onComplete }: Props) {
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
  const isWrong = error instanceof Refusal && error.problem.code === 'bad_code';
  const change = (typed: string) => {
    setCode(typed);
    if (typed.length === length && typed !== code) onComplete(typed);
  };
  return (
    <Stack gap="xs">
      {Boolean(error) && !isWrong && <ProblemAlert error={error} />}
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
        error={isWrong && code === ''}
        getInputProps={(index) => ({
          'aria-label': t('code.digit', { number: index + 1 }),
          'aria-describedby': `${id}-error`,
        })}
      />
      <Text id={`${id}-error`} role="alert" size="sm" c="var(--mantine-color-error)">
        {isWrong && code === '' ? problemText(error) : ''}
      </Text>
    </Stack>
  );
}
