import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from './section.tsx';

type Props = SectionProps & Pick<NumberInputProps, 'description'> & { at: string };

/** A year of the simulation, after its first; `at`: the path of what happens then. */
export function YearField({ form, inputs, at, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('simulations.year')}
      min={inputs.startYear + 1}
      max={inputs.startYear + Number(form.values.horizon)}
      clampBehavior="none"
      allowDecimal={false}
      {...rest}
      {...form.getInputProps(`${at}.year`)}
    />
  );
}
