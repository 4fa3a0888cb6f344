/** A file as the body of a call: its bytes as they are, whatever the browser takes it for. */
export const fileBody = (file: File, type: 'text/csv' | 'text/vnd.familysearch.gedcom') => ({
  body: '',
  bodySerializer: () => file,
  headers: { 'Content-Type': type },
});

/** What tells a file from another, for a call's `Idempotency-Key`. */
export const fileIdentity = ({ name, size, lastModified }: File) => [name, size, lastModified];
