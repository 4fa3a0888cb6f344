import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { ContactFields } from './contact-fields.tsx';
import { EmailPreview } from './email-preview.tsx';
import { ForEver } from './for-ever.tsx';
import { RightChoice } from './right-choice.tsx';
import { useSaveRight } from './save-right.ts';
import { begins } from './typed.ts';
import type { Line } from './use-lines.ts';
import { today, useRightForm } from './use-right-form.ts';
import { WhatFollows } from './what-follows.tsx';

type Props = {
  dossierId: string;
  line: Line;
  onSaved: () => void;
};

/** What somebody may do with the dossier, until when, and how to reach him; beside it, what will be sent. */
export function RightForm({ dossierId, line, onSaved }: Props) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const save = useSaveRight(dossierId, line, onSaved);
  const { form, isBesideFields } = useRightForm(dossierId, line, save.error);
  const { understood, ...typed } = form.values;
  const givesRight = typed.right !== 'none';
  const mayEnd = line.actions.includes('give') || line.actions.includes('change');
  const isComplete = (['email', 'phone', 'until'] as const).every((field) => form.isValid(field));
  return (
    <form noValidate onSubmit={form.onSubmit(() => save.mutate(typed))}>
      <Unsaved when={form.isDirty()} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack>
          {save.error && !isBesideFields && <ProblemAlert error={save.error} />}
          <ContactFields line={line} form={form} />
          <RightChoice line={line} {...form.getInputProps('right')} />
          {givesRight && line.revocable && mayEnd && (
            <TextInput
              type="date"
              label={t('right.until')}
              description={t('right.untilText')}
              min={today()}
              {...form.getInputProps('until')}
            />
          )}
          {givesRight && !mayEnd && line.until && (
            <Text size="sm">{t('access.until', { day: day(line.until) })}</Text>
          )}
          {begins(line, typed) && (
            <Textarea
              label={t('right.message')}
              description={t('right.messageText')}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={1000}
              {...form.getInputProps('message')}
            />
          )}
          {!line.revocable && (
            <ForEver line={line} {...form.getInputProps('understood', { type: 'checkbox' })} />
          )}
          <WhatFollows line={line} typed={typed} />
        </Stack>
        <EmailPreview dossierId={dossierId} line={line} typed={typed} isComplete={isComplete} />
      </SimpleGrid>
      <Group
        justify="end"
        mt="md"
        pt="sm"
        pb="md"
        mb="calc(-1 * var(--mantine-spacing-md))"
        pos="sticky"
        bottom={0}
        bg="var(--mantine-color-body)"
      >
        <Button type="submit" loading={save.isPending} color={givesRight ? 'petrol' : 'red'}>
          {t(givesRight ? 'right.save' : 'right.withdraw')}
        </Button>
      </Group>
    </form>
  );
}
