import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { GrantedRight } from '../../domain/words.ts';
import { type Line, linesKey } from '../access-rights/use-lines.ts';
import { answered, api, Refusal } from '../api/client.ts';

export type Contact = { email: string; phone: string };
export type Several = {
  right: GrantedRight;
  /** The last day of all of them; empty: without end. */
  until: string;
  message: string;
  lines: Line[];
  contacts: Record<string, Contact>;
};
/** Why a line is refused, by the code and the field of its entry in the problem. */
export type LineRefusal = { id: string; code: string; field: string };

const ofKind = (lines: Line[], kind: Line['party']['kind']) =>
  lines.filter(({ party }) => party.kind === kind).map(({ party }) => party.id);

/** Saves the access of several, all of them or none; a toast says how many. */
export function useSaveSeveral(d: string, onSaved: () => void) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ right, until, message, lines, contacts }: Several) => {
      const same = {
        right,
        ...(until ? { until } : {}),
        ...(message.trim() ? { message: message.trim() } : {}),
      };
      return answered(
        api.PUT('/api/dossiers/{d}/access-rights', {
          params: { path: { d } },
          body: {
            persons: ofKind(lines, 'person').map((id) => ({ id, ...same, ...contacts[id] })),
            advisors: ofKind(lines, 'advisor').map((id) => ({ id, ...same })),
          },
        }),
      );
    },
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
  return errors.flatMap(({ field, code }) => {
    const [group, at] = field.split('.');
    const id = ofKind(lines, group === 'persons' ? 'person' : 'advisor')[Number(at)];
    return id ? [{ id, code, field }] : [];
  });
}
