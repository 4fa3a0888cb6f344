import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DeathFields } from './death-fields.tsx';
import { Section, type SectionProps } from './section.tsx';
import { newKey } from './values.ts';

/** The deaths that are assumed on the way. */
export function DeathsFields({ form, inputs }: SectionProps) {
  const { t } = useTranslation();
  const add = () =>
    form.insertListItem('deaths', {
      key: newKey(),
      year: inputs.startYear + Math.min(10, Number(form.values.horizon) || 1),
      personId: '',
      heirs: [],
    });
  return (
    <Section title={t('simulations.deaths')} text={t('simulations.deathsText')}>
      {form.values.deaths.map((death, i) => (
        <DeathFields key={death.key} form={form} inputs={inputs} nth={i} />
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} />} onClick={add}>
          {t('simulations.addDeath')}
        </Button>
      </div>
    </Section>
  );
}
