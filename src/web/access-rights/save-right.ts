import { notifications } from '@mantine/notifications';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { bodyOf, type Typed } from './typed.ts';
import { type Line, linesKey } from './use-lines.ts';

/** Asks the API to save a line. @throws Refusal */
export function saveLine(d: string, { party }: Line, body: Schemas['SavePersonRight']): Promise<Line> {
  return party.kind === 'advisor'
    ? answered(
        api.PUT('/api/dossiers/{d}/access-rights/advisors/{a}', {
          params: { path: { d, a: party.id } },
          body,
        }),
      )
    : answered(
        api.PUT('/api/dossiers/{d}/access-rights/persons/{p}', {
          params: { path: { d, p: party.id } },
          body,
        }),
      );
}

/** Shows a line as it is now. */
export const replaceLine = (queries: QueryClient, d: string, line: Line) =>
  queries.setQueryData<{ items: Line[] }>(
    linesKey(d),
    (old) => old && { items: old.items.map((one) => (one.party.id === line.party.id ? line : one)) },
  );

/** Saves what was typed in the dialog; the list shows the answer, and a toast names the person. */
export function useSaveRight(d: string, line: Line, onSaved: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (typed: Typed) => saveLine(d, line, bodyOf(line, typed)),
    onSuccess: (saved) => {
      replaceLine(queries, d, saved);
      notifications.show({ message: t(`right.saved.${saved.right}`, { name: saved.party.name }) });
      onSaved();
    },
  });
}
