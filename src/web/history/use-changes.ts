import { useTranslation } from 'react-i18next';
import type { AdvisorType, Central, FirmRole, Right } from '../../domain/words.ts';
import type { Member } from '../firms/use-members.ts';
import { phoneText } from '../i18n/phone-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { nameOf } from '../shell/name-of.ts';
import type { Entry } from './use-history.ts';

export type Change = { label: string; was: string | null; is: string | null };
type Facts = Record<string, unknown>;

/** What an entry changed, field by field: what it was and what it is. */
export function useChanges(members: Member[] | undefined): (entry: Entry) => Change[] {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const list = new Intl.ListFormat(i18n.language);
  const memberOf = (id: unknown) => {
    const found = members?.find((member) => member.id === id);
    return found ? nameOf(found) : t('history.erased');
  };
  const written: Record<string, (value: unknown, all: Facts) => string> = {
    right: (value) => t(`rights.${value as Right}`),
    until: (value) => (value ? day(value as string) : t('history.endless')),
    central: (value) => (value ? t(`roles.${value as Central}`) : t('history.notCentral')),
    type: (value) => t(`advisorTypes.${value as AdvisorType}`),
    role: (value) => t(`firmRoles.${value as FirmRole}`),
    managerId: memberOf,
    mode: (value, { memberIds }) =>
      value === 'all'
        ? t('settings.team.all')
        : (memberIds as string[]).length > 0
          ? list.format((memberIds as string[]).map(memberOf))
          : t('settings.team.nobody'),
    email: (value) => value as string,
    phone: (value) => phoneText(value as string),
    name: (value) => value as string,
  };
  const labels: Record<string, string> = {
    right: t('history.fields.right'),
    until: t('history.fields.until'),
    central: t('history.fields.central'),
    type: t('history.fields.type'),
    role: t('history.fields.role'),
    managerId: t('history.fields.manager'),
    mode: t('history.fields.team'),
    email: t('history.fields.email'),
    phone: t('history.fields.phone'),
    name: t('history.fields.name'),
  };
  const say = (field: string, facts: Facts) =>
    facts[field] === undefined ? null : written[field]!(facts[field], facts);
  return ({ before, after, details }) => {
    const [was, is] = [
      { ...before, ...named(details.before) },
      { ...after, ...named(details.after) },
    ];
    const typed: Facts = { ...is, ...contact(details) };
    return Object.keys(labels)
      .map((field) => ({ label: labels[field]!, was: say(field, was), is: say(field, typed) }))
      .filter((change) => change.was !== change.is);
  };
}

/** The details of one side: a name alone, or the contact data. */
const named = (side: unknown): Facts => (typeof side === 'string' ? { name: side } : ((side ?? {}) as Facts));

const contact = ({ email, phone }: Facts): Facts => ({
  ...(email ? { email } : {}),
  ...(phone ? { phone } : {}),
});
