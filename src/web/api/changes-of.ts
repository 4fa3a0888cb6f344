/** What of `after` differs from `before`: a save names what the person changed, and nothing else. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[field as keyof T]);
  return Object.fromEntries(Object.entries(after).filter(differs)) as Partial<T>;
}
