import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isDebt, itemKinds } from '../../../domain/words.ts';
import { PercentField } from './percent-field.tsx';
import { Section, type SectionProps } from './section.tsx';

/** How each kind of asset and debt of the inventory grows. */
export function GrowthFields({ form }: SectionProps) {
  const { t } = useTranslation();
  const kinds = itemKinds.filter((kind) => form.values.growth[kind] !== undefined);
  return (
    <Section title={t('simulations.growth')} text={t('simulations.growthText')}>
      {kinds.length === 0 && <Text>{t('simulations.noItems')}</Text>}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {kinds.map((kind) => (
          <PercentField
            key={kind}
            label={t(`simulations.kinds.${kind}`)}
            {...(isDebt(kind) ? { description: t('simulations.debtText') } : {})}
            {...form.getInputProps(`growth.${kind}`)}
          />
        ))}
      </SimpleGrid>
    </Section>
  );
}
