import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countries } from '../../domain/countries.ts';
import { languages, regions, sexes } from '../../domain/words.ts';
import type { TypedPerson } from './typed-person.ts';

type Props = { field: (name: keyof TypedPerson) => object; country: string };

/** What is known of a person; names alone are needed. A domicile in Belgium has a region. */
export function PersonFields({ field, country }: Props) {
  const { t, i18n } = useTranslation();
  const countryOptions = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
    const named = countries.map((value) => ({ value, label: names.of(value) ?? value }));
    return named.sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  }, [i18n.language]);
  const unknown = { value: '', label: t('family.unknown') };
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('family.firstName')} data-autofocus {...field('firstName')} />
        <TextInput label={t('family.lastName')} {...field('lastName')} />
        <TextInput label={t('family.birthDate')} type="date" {...field('birthDate')} />
        <TextInput label={t('family.deathDate')} type="date" {...field('deathDate')} />
        <NativeSelect
          label={t('family.sex')}
          data={[unknown, ...sexes.map((value) => ({ value, label: t(`family.sexes.${value}`) }))]}
          {...field('sex')}
        />
        <NativeSelect
          label={t('family.language')}
          data={[unknown, ...languages.map((value) => ({ value, label: t(`family.languages.${value}`) }))]}
          {...field('language')}
        />
        <NativeSelect
          label={t('family.nationality')}
          data={[unknown, ...countryOptions]}
          {...field('nationality')}
        />
        <NativeSelect label={t('family.country')} data={[unknown, ...countryOptions]} {...field('country')} />
        {country === 'BE' && (
          <NativeSelect
            label={t('family.region')}
            data={[unknown, ...regions.map((value) => ({ value, label: t(`family.regions.${value}`) }))]}
            {...field('region')}
          />
        )}
      </SimpleGrid>
    </Stack>
  );
}
