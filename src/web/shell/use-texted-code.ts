import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

type Options = {
  /** Whether one was sent before, with what led here. */
  isSent?: boolean;
  onAsk?: () => void;
  onError?: (error: unknown) => unknown;
};

/** How codes by text message are asked for. */
export type TextedCode = {
  ask: () => void;
  isPending: boolean;
  /** Why the last one asked for wasn't sent. */
  error: unknown;
  /** How many were sent: one that was stays good while another is asked for, and where that is refused. */
  sent: number;
};

/** Asks for codes by text message. */
export function useTextedCode(send: () => Promise<unknown>, options: Options = {}): TextedCode {
  const { isSent = false, onAsk = () => {}, onError = () => {} } = options;
  const [sent, setSent] = useState(isSent ? 1 : 0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: send,
    onMutate: onAsk,
    onSuccess: () => setSent((count) => count + 1),
    onError,
  });
  return { ask: () => mutate(), isPending, error, sent };
}
