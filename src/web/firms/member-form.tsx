import { Button, Group, NativeSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { isEmail } from '../../domain/email.ts';
import { firmRoles, type Language, languages } from '../../domain/words.ts';
import type { Schemas } from '../api/client.ts';
import type { ListedDossier } from '../dossiers/use-dossiers.ts';
import { languageNames } from '../i18n/language-names.ts';
import { nameOf } from '../shell/name-of.ts';
import { PhoneField } from '../shell/phone-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { ManagedDossiers } from './managed-dossiers.tsx';
import type { Member } from './use-members.ts';
import type { RoleHindrance } from './use-role-hindrance.ts';

type Props = {
  /** Null: a new one. */
  member: Member | null;
  hindrance: RoleHindrance | null;
  managed: ListedDossier[];
  error: unknown;
  isSaving: boolean;
  onSave: (typed: Schemas['AddMember']) => void;
};

/** Who a member is, what he may do in the firm, and, until he has joined, how he is invited. */
export function MemberForm({ member, hindrance, managed, error, isSaving, onSave }: Props) {
  const { t, i18n } = useTranslation();
  const needed = (value: string) => (value.trim() ? null : t('team.needed'));
  const form = useForm<Schemas['AddMember']>({
    initialValues: {
      firstName: member?.firstName ?? '',
      lastName: member?.lastName ?? '',
      email: member?.contact?.email ?? '',
      phone: member?.contact?.phone ?? '',
      language: member?.language ?? (i18n.language as Language),
      role: member?.role ?? 'support',
    },
    validate: {
      firstName: needed,
      lastName: needed,
      email: (value) => (member?.joined || isEmail(value) ? null : t('right.emailNeeded')),
      phone: (value) =>
        member?.joined || !('problem' in mobileNumber(value)) ? null : t('right.phoneNeeded'),
      role: (value) => (value === 'support' && managed.length > 0 ? t('team.managesFirst') : null),
    },
  });
  const isBesideFields = useFieldErrors(error, form);
  return (
    <form noValidate onSubmit={form.onSubmit(onSave)}>
      <Unsaved when={form.isDirty()} />
      <Stack>
        {Boolean(error) && !isBesideFields && <ProblemAlert error={error} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('team.firstName')}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('firstName')}
          />
          <TextInput label={t('team.lastName')} autoComplete="off" {...form.getInputProps('lastName')} />
        </SimpleGrid>
        {member?.joined ? (
          <Text size="sm">{t('team.ownContact')}</Text>
        ) : (
          <>
            <TextInput
              label={t('right.email')}
              type="email"
              autoComplete="off"
              {...form.getInputProps('email')}
            />
            <PhoneField label={t('right.phone')} {...form.getInputProps('phone')} />
          </>
        )}
        <NativeSelect
          label={t('team.language')}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          {...form.getInputProps('language')}
        />
        <Radio.Group
          label={t('team.role')}
          description={hindrance && t(`team.hindrance.${hindrance}`)}
          {...form.getInputProps('role')}
        >
          <Stack gap="xs" mt="xs">
            {firmRoles.toReversed().map((role) => (
              <Radio
                key={role}
                value={role}
                disabled={hindrance !== null}
                label={t(`firmRoles.${role}`)}
                description={t(`team.may.${role}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {member && form.values.role === 'support' && managed.length > 0 && (
          <ManagedDossiers memberId={member.id} name={nameOf(member)} dossiers={managed} />
        )}
        {!member && <Text size="sm">{t('team.willBeInvited')}</Text>}
        <Group justify="end">
          <Button type="submit" loading={isSaving}>
            {t(member ? 'team.save' : 'team.invite')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
