import { Input, NativeSelect, TextInput, type TextInputProps } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { type FocusEventHandler, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import PhoneInput, { getCountries } from 'react-phone-number-input/max';

type Props = {
  label: string;
  description?: string;
  /** E.164, as far as it has been typed. */
  value?: string;
  onChange: (phone: string) => void;
  onBlur?: FocusEventHandler<HTMLElement>;
  error?: ReactNode;
  disabled?: boolean;
};

const NumberInput = (props: TextInputProps) => <TextInput {...props} flex={1} miw={0} />;

type CountrySelectProps = {
  value?: string;
  options: { value?: string; label: string; divider?: boolean }[];
  onChange: (country: string) => void;
  onFocus: FocusEventHandler;
  onBlur: FocusEventHandler;
  disabled?: boolean;
  'aria-label': string;
};

const CountrySelect = ({ value, options, onChange, disabled, ...rest }: CountrySelectProps) => (
  <NativeSelect
    w={120}
    value={value ?? ''}
    disabled={disabled ?? false}
    onChange={(event) => onChange(event.currentTarget.value)}
    aria-label={rest['aria-label']}
    onFocus={rest.onFocus}
    onBlur={rest.onBlur}
    data={options
      .filter(({ divider }) => !divider)
      .map(({ value: country = '', label }) => ({ value: country, label }))}
  />
);

/** The countries most of the numbers are from, the first being that of a number typed without its code. */
const near = ['BE', 'FR', 'LU', 'NL', 'DE', 'CH', 'GB'] as const;

/** A mobile phone number with its country, written as that country writes it, given as E.164 (R4). */
export function PhoneField({ label, description, error, onChange, onBlur, ...rest }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
    return Object.fromEntries(getCountries().map((country) => [country, names.of(country) ?? country]));
  }, [i18n.language]);
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <PhoneInput
        {...rest}
        id={id}
        style={{ display: 'flex', gap: 8, marginTop: description ? 5 : 0, marginBottom: error ? 5 : 0 }}
        addInternationalOption={false}
        defaultCountry={near[0]}
        countryOptionsOrder={[...near, '|', '...']}
        labels={{ ...countries, country: t('phone.country') }}
        autoComplete="off"
        error={Boolean(error)}
        onChange={(phone) => onChange(phone ?? '')}
        {...(onBlur ? { onBlur } : {})}
        inputComponent={NumberInput}
        countrySelectComponent={CountrySelect}
      />
    </Input.Wrapper>
  );
}
