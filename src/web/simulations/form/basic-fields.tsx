import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PercentField } from './percent-field.tsx';
import { Section, type SectionProps } from './section.tsx';

/** A simulation's name, how far it reaches, and inflation. */
export function BasicFields({ form, inputs: { startYear } }: SectionProps) {
  const { t } = useTranslation();
  const horizon = Number(form.values.horizon);
  return (
    <Section title={t('simulations.basics')} text={t('simulations.basicsText')}>
      <TextInput label={t('simulations.name')} maxLength={100} {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t('simulations.horizonYears')}
          description={t('simulations.until', { year: startYear + (horizon || 0) })}
          min={1}
          max={50}
          allowDecimal={false}
          {...form.getInputProps('horizon')}
        />
        <PercentField
          label={t('simulations.inflation')}
          description={t('simulations.inflationText')}
          {...form.getInputProps('inflation')}
        />
      </SimpleGrid>
    </Section>
  );
}
