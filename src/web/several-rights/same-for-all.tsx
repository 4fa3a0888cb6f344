import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { today } from '../access-rights/use-right-form.ts';
import type { Typed } from './use-several-form.ts';

/** What all of several accesses have in common besides the right: a last day, and a personal message. */
export function SameForAll({ form }: { form: UseFormReturnType<Typed> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="date"
        label={t('severalRights.until')}
        description={t('severalRights.untilText')}
        min={today()}
        {...form.getInputProps('until')}
      />
      <Textarea
        label={t('severalRights.message')}
        description={t('severalRights.messageText')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...form.getInputProps('message')}
      />
    </>
  );
}
