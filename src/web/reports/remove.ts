import { answered, api } from '../api/client.ts';
import type { Report } from './use-reports.ts';

/** Deletes a report with its PDF. */
export const removeReport = (d: string, { id: r, version }: Report) =>
  answered(
    api.DELETE('/api/dossiers/{d}/reports/{r}', {
      params: { path: { d, r }, header: { 'If-Match': `"${version}"` } },
    }),
  );
