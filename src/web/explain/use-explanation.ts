import { skipToken, useQuery } from '@tanstack/react-query';
import type { Action } from '../../domain/capabilities.ts';
import type { PartyKind } from '../../domain/words.ts';
import { answered, api } from '../api/client.ts';

export type Asked = { kind: PartyKind; id: string; action: Action };

/** Whether somebody may do something in a dossier, and why; asked anew each time, as rights change. */
export const useExplanation = (d: string, asked: Asked | null) =>
  useQuery({
    queryKey: ['explain', d, asked],
    queryFn: asked
      ? () =>
          answered(
            api.GET('/api/dossiers/{d}/access-rights/explain', { params: { path: { d }, query: asked } }),
          )
      : skipToken,
    staleTime: 0,
  });
