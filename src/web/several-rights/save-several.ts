import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { GrantedRight } from '../../domain/words.ts';
import { type Line, linesKey } from '../access-rights/use-lines.ts';
import { answered, api, Refusal } from '../api/client.ts';

export type Contact = { email: string; phone: string };
export type Several = { right: GrantedRight; lines: Line[]; contacts: Record<string, Contact> };
/** Why a line is refused: in which of its fields, by which code, and the API's own words. */
export type LineRefusal = { id: string; field: string; code: string; message: string };

const ofKind = (lines: Line[], kind: Line['party']['kind']) =>
  lines.filter(({ party }) => party.kind === kind).map(({ party }) => party.id);

/** Saves the access of several, all of them or none; a toast says how many. */
export function useSaveSeveral(d: string, onSaved: () => void) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ right, lines, contacts }: Several) =>
      answered(
        api.PUT('/api/dossiers/{d}/access-rights', {
          params: { path: { d } },
          body: {
            persons: ofKind(lines, 'person').map((id) => ({ id, right, ...contacts[id] })),
            advisors: ofKind(lines, 'advisor').map((id) => ({ id, right })),
          },
        }),
      ),
    onSuccess: async (_, { lines }) => {
      await queries.invalidateQueries({ queryKey: linesKey(d) });
      const names = new Intl.ListFormat(i18n.language).format(lines.map(({ party }) => party.name));
      notifications.show({ message: t('severalRights.saved', { names }) });
      onSaved();
    },
  });
}

/** What of a refusal is about which line: `persons.0.email` is the first person that was sent. */
export function refusedLines(error: unknown, { lines }: Several): LineRefusal[] {
  const errors = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return errors.flatMap(({ field, code, message }) => {
    const [group, at, own = ''] = field.split('.');
    const id = ofKind(lines, group === 'persons' ? 'person' : 'advisor')[Number(at)];
    return id ? [{ id, field: own, code, message }] : [];
  });
}
