import { answered, api, type Schemas } from '../api/client.ts';

/** Asks for a report; sent again with the same key, it is made once. */
export const askFor = (d: string, body: Schemas['CreateReport'], header: { 'Idempotency-Key': string }) =>
  answered(
    api.POST('/api/dossiers/{d}/reports', {
      params: { path: { d }, header },
      body,
    }),
  );
