import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { isEmail, normalEmail } from '../../domain/email.ts';
import type { GrantedRight } from '../../domain/words.ts';
import type { Line } from '../access-rights/use-lines.ts';
import { today } from '../access-rights/use-right-form.ts';
import type { Contact } from './save-several.ts';

export type Typed = {
  chosen: string[];
  right: GrantedRight;
  /** The last day of all these accesses, ISO 8601; empty: without end. */
  until: string;
  /** The same words in each e-mail; empty: none. */
  message: string;
  contacts: Record<string, Contact>;
  understood: boolean;
};

/** What is typed to give access to several: the least right to begin with, both contact data of each person (R4). */
export function useSeveralForm(lines: Line[]) {
  const { t } = useTranslation();
  const persons = lines.filter(({ party }) => party.kind === 'person');
  return useForm<Typed>({
    initialValues: {
      chosen: [],
      right: 'read_only',
      until: '',
      message: '',
      contacts: Object.fromEntries(
        persons.map(({ party, email, phone }) => [party.id, { email: email ?? '', phone: phone ?? '' }]),
      ),
      understood: false,
    },
    validate: (typed) => {
      const errors: Record<string, string> = {};
      const seen = new Set<string>();
      if (typed.until && typed.until < today()) errors.until = t('right.untilPassed');
      for (const { party, revocable } of lines.filter((line) => typed.chosen.includes(line.party.id))) {
        if (!revocable && !typed.understood) errors.understood = t('right.understoodNeeded');
        // R5: what is given for ever has no last day.
        if (!revocable && typed.until) errors.until = t('severalRights.notForAll');
        const contact = typed.contacts[party.id];
        if (!contact) continue;
        const email = normalEmail(contact.email.trim());
        if (!isEmail(email)) errors[`contacts.${party.id}.email`] = t('right.emailNeeded');
        else if (seen.has(email)) errors[`contacts.${party.id}.email`] = t('severalRights.twice');
        if ('problem' in mobileNumber(contact.phone)) {
          errors[`contacts.${party.id}.phone`] = t('right.phoneNeeded');
        }
        seen.add(email);
      }
      return errors;
    },
  });
}
