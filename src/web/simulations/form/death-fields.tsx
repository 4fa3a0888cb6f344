import { Fieldset, NativeSelect, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DefaultHeirs, heirsByDefault } from './default-heirs.tsx';
import { HeirRows } from './heir-rows.tsx';
import { RemoveEvent } from './remove-event.tsx';
import type { SectionProps } from './section.tsx';
import { usePersonOptions } from './use-person-options.ts';
import { newKey, outsider } from './values.ts';
import { YearField } from './year-field.tsx';

/** One assumed death: whose, when, and who inherits. */
export function DeathFields({ form, inputs, nth }: SectionProps & { nth: number }) {
  const { t } = useTranslation();
  const { persons } = usePersonOptions(inputs);
  const at = `deaths.${nth}` as const;
  const { personId, heirs } = form.values.deaths[nth]!;
  const usual = personId ? heirsByDefault(form.values, nth, inputs) : null;
  const chooseHeirs = (chooses: boolean) =>
    form.setFieldValue(
      `${at}.heirs`,
      chooses
        ? (usual?.heirs ?? [{ personId: '', form: 'full' as const, share: '1' }]).map((heir) => ({
            ...heir,
            key: newKey(),
            personId: heir.personId ?? outsider,
          }))
        : [],
    );
  return (
    <Fieldset legend={t('simulations.deathNumber', { number: nth + 1 })}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('simulations.whoDies')}
            data={persons}
            {...form.getInputProps(`${at}.personId`)}
          />
          <YearField form={form} inputs={inputs} at={at} />
        </SimpleGrid>
        {usual && heirs.length === 0 && <DefaultHeirs inputs={inputs} {...usual} />}
        <Switch
          label={t('simulations.chooseHeirs')}
          checked={heirs.length > 0}
          onChange={(event) => chooseHeirs(event.currentTarget.checked)}
        />
        {heirs.length > 0 && <HeirRows form={form} inputs={inputs} nth={nth} />}
        <RemoveEvent
          label={t('simulations.removeDeath', { number: nth + 1 })}
          onRemove={() => form.removeListItem('deaths', nth)}
        />
      </Stack>
    </Fieldset>
  );
}
