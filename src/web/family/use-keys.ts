import { useRef } from 'react';
import { v7 as uuid } from 'uuid';

/** The `Idempotency-Key` of a creating call: the same for the same body, so that a repetition makes nothing twice. */
export function useKeys(): (body: object) => { header: { 'Idempotency-Key': string } } {
  const keys = useRef(new Map<string, string>());
  return (body) => {
    const text = JSON.stringify(body);
    const key = keys.current.get(text) ?? uuid();
    keys.current.set(text, key);
    return { header: { 'Idempotency-Key': key } };
  };
}
