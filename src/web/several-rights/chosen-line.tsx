import { Checkbox, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { PhoneField } from '../shell/phone-field.tsx';
import type { Typed } from './use-several-form.ts';

type Props = { line: Line; form: UseFormReturnType<Typed>; refused: string[] };

/** Somebody without access: chosen or not; once chosen, how to reach him, and why he is refused if he is. */
export function ChosenLine({ line, form, refused }: Props) {
  const { t } = useTranslation();
  const { party, email, revocable } = line;
  const isChosen = form.values.chosen.includes(party.id);
  // R5: said at once, and again by the API if it were sent.
  const endless =
    isChosen && !revocable && form.values.until ? [t('problems.codes.central_without_end')] : [];
  const role =
    party.kind === 'advisor' ? t(`advisorTypes.${party.type}`) : party.central && t(`roles.${party.central}`);
  return (
    <Stack component="li" gap="xs" py={6}>
      <Checkbox
        value={party.id}
        label={
          <Group gap={6}>
            <Text span size="sm" fw={500}>
              {party.name}
            </Text>
            {role && (
              <Text span size="sm" c="dimmed">
                {role}
              </Text>
            )}
          </Group>
        }
      />
      {isChosen && party.kind === 'advisor' && (
        <Text size="sm" pl="xl">
          {t('severalRights.advisorAt', { email: email ?? '' })}
        </Text>
      )}
      {isChosen && party.kind === 'person' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} pl={{ base: 0, sm: 'xl' }}>
          <TextInput
            label={t('severalRights.emailOf', { name: party.name })}
            type="email"
            autoComplete="off"
            {...form.getInputProps(`contacts.${party.id}.email`)}
          />
          <PhoneField
            label={t('severalRights.phoneOf', { name: party.name })}
            {...form.getInputProps(`contacts.${party.id}.phone`)}
          />
        </SimpleGrid>
      )}
      {[...new Set([...endless, ...refused])].map((reason) => (
        <Text key={reason} size="sm" c="var(--mantine-color-error)" role="alert" pl={{ base: 0, sm: 'xl' }}>
          {t('severalRights.refused', { name: party.name, reason })}
        </Text>
      ))}
    </Stack>
  );
}
