import { v4 as uuidv4 } from 'uuid';
import { answered, api, type Schemas } from '../api/client.ts';

/** A key for one wish for a report: sent again with it, a report is made once. */
export const newWish = () => uuidv4();

/** Asks for a report. */
export const askFor = (d: string, body: Schemas['CreateReport'], wish: string) =>
  answered(
    api.POST('/api/dossiers/{d}/reports', {
      params: { path: { d }, header: { 'Idempotency-Key': wish } },
      body,
    }),
  );
