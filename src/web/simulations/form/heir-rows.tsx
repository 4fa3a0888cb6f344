import { Button, Input, NativeSelect, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ownershipForms } from '../../../domain/words.ts';
import { PartRow } from './part-row.tsx';
import type { SectionProps } from './section.tsx';
import { usePersonOptions } from './use-person-options.ts';
import { newKey } from './values.ts';

/** Who inherits at an assumed death, chosen by hand. */
export function HeirRows({ form, inputs, nth }: SectionProps & { nth: number }) {
  const { t } = useTranslation();
  const { withOutsider } = usePersonOptions(inputs);
  const at = `deaths.${nth}.heirs` as const;
  const { heirs, personId } = form.values.deaths[nth]!;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('simulations.heirsText')}</Text>
      {heirs.map((heir, i) => (
        <PartRow
          key={heir.key}
          form={form}
          at={`${at}.${i}`}
          label={t('simulations.heirNumber', { number: i + 1 })}
          persons={withOutsider.filter(({ value }) => value === '' || value !== personId)}
          onRemove={heirs.length > 1 ? () => form.removeListItem(at, i) : null}
        >
          <NativeSelect
            label={t('simulations.form')}
            data={ownershipForms.map((value) => ({ value, label: t(`simulations.forms.${value}`) }))}
            w={170}
            {...form.getInputProps(`${at}.${i}.form`)}
          />
        </PartRow>
      ))}
      {form.errors[at] && <Input.Error role="alert">{form.errors[at]}</Input.Error>}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} />}
          onClick={() => form.insertListItem(at, { key: newKey(), personId: '', form: 'full', share: '1' })}
        >
          {t('simulations.addHeir')}
        </Button>
      </div>
    </Stack>
  );
}
