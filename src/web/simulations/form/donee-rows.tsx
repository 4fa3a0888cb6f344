import { Button, Input, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { equalShare } from '../../inventory/shares.ts';
import { areEqual } from './are-equal.ts';
import { PartRow } from './part-row.tsx';
import type { SectionProps } from './section.tsx';
import { usePersonOptions } from './use-person-options.ts';
import { newKey } from './values.ts';

/** Who receives a donation, and how they share it; in equal parts until somebody types others. */
export function DoneeRows({ form, inputs, nth }: SectionProps & { nth: number }) {
  const { t } = useTranslation();
  const { withOutsider } = usePersonOptions(inputs);
  const at = `donations.${nth}.donees` as const;
  const { donees, donorId } = form.values.donations[nth]!;
  const set = (next: typeof donees) =>
    form.setFieldValue(
      at,
      areEqual(donees) ? next.map((donee) => ({ ...donee, share: equalShare(next.length) })) : next,
    );
  const persons = withOutsider.filter(({ value }) => value === '' || value !== donorId);
  return (
    <Stack gap="xs">
      {donees.map((donee, i) => (
        <PartRow
          key={donee.key}
          form={form}
          at={`${at}.${i}`}
          label={t('simulations.doneeNumber', { number: i + 1 })}
          persons={persons}
          onRemove={donees.length > 1 ? () => set(donees.filter((other) => other !== donee)) : null}
        />
      ))}
      {form.errors[at] && <Input.Error role="alert">{form.errors[at]}</Input.Error>}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} />}
          onClick={() => set([...donees, { key: newKey(), personId: '', share: '1' }])}
        >
          {t('simulations.addDonee')}
        </Button>
      </div>
    </Stack>
  );
}
