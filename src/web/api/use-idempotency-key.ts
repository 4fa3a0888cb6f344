import { useRef } from 'react';
import { v4 as uuidv4 } from 'uuid';

/**
 * The `Idempotency-Key` of a creating call: the same for the same body, so that what is sent again after an outage
 * isn't created twice; another for a body that was corrected.
 */
export function useIdempotencyKey(): (body: unknown) => { 'Idempotency-Key': string } {
  const keys = useRef(new Map<string, string>());
  return (body) => {
    const text = JSON.stringify(body);
    const key = keys.current.get(text) ?? uuidv4();
    keys.current.set(text, key);
    return { 'Idempotency-Key': key };
  };
}
