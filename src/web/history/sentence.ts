import type { TFunction } from 'i18next';
import type { EmailKind } from '../../domain/mail.ts';
import type { GrantedRight } from '../../domain/words.ts';
import type { Entry } from './use-history.ts';

const known = (name: string | null | undefined) => name?.trim() || null;

/** Who or what an entry is about; a name that an erasure has emptied is shown as such. */
export const subjectName = (t: TFunction, { subject }: Entry): string =>
  known(subject.name) ?? t('history.erased');

/** Who did it; the system itself where nobody did. */
export const actorName = (t: TFunction, { actor }: Entry): string =>
  actor ? (known(actor.name) ?? t('history.erased')) : t('history.system');

/** An entry of the record as one sentence in the reader's language. */
export function sentence(t: TFunction, entry: Entry): string {
  const names = { actor: actorName(t, entry), name: subjectName(t, entry) };
  const after = entry.after ?? {};
  switch (entry.action) {
    case 'access_given': {
      const right = t(`rights.${after.right as GrantedRight}`).toLowerCase();
      return t('history.actions.access_given', { ...names, right });
    }
    case 'mail_sent':
    case 'mail_refused': {
      const text = t(`history.mails.${after.kind as EmailKind}`, { name: names.name });
      const mail = after.asGiver ? t('history.toGiver', { mail: text }) : text;
      return t(`history.actions.${entry.action}`, { mail });
    }
    case 'invitation_ended':
      return after.reason === 'closed' || after.reason === 'deceased'
        ? t(`history.ended.${after.reason}`, names)
        : t('history.actions.invitation_ended', names);
    default:
      return t(`history.actions.${entry.action}`, names);
  }
}
