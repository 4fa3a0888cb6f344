import { useTranslation } from 'react-i18next';
import { OneOf } from './one-of.tsx';
import type { Money } from './persons-series.ts';

type Props = { startYear: number; value: Money; onChange: (money: Money) => void };

/** Whether figures are in the money of each year, or in that of the first. */
export function MoneyChoice({ startYear, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <OneOf
      label={t('simulations.money')}
      options={[
        { value: 'net', label: t('simulations.nominalShort') },
        { value: 'netReal', label: t('simulations.realShort', { year: startYear }) },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
