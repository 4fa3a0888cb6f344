import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { absent, type useDossierFilter } from './use-dossier-filter.ts';
import type { ListedDossier } from './use-dossiers.ts';

type Props = {
  filter: ReturnType<typeof useDossierFilter>;
  dossiers: ListedDossier[];
  /** Whether dossiers can be looked for whose manager is no longer there (the firm's admin). */
  withAbsent: boolean;
};

/** Looks for dossiers by name, by whether they are closed, and by their manager. */
export function DossierFilters({ filter, dossiers, withAbsent }: Props) {
  const { t, i18n } = useTranslation();
  const managers = [...new Map(dossiers.map(({ manager }) => [manager.id, manager.name]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" role="search" mb="md">
      <TextInput
        type="search"
        label={t('dossiers.search')}
        leftSection={<IconSearch size={16} />}
        value={filter.search}
        onChange={(event) => filter.set('q', event.currentTarget.value)}
      />
      <NativeSelect
        label={t('dossiers.state')}
        value={filter.state}
        onChange={(event) => filter.set('state', event.currentTarget.value)}
        data={[
          { value: '', label: t('dossiers.openAndClosed') },
          { value: 'open', label: t('dossiers.openOnes') },
          { value: 'closed', label: t('dossiers.closedOnes') },
        ]}
      />
      <NativeSelect
        label={t('dossiers.byManager')}
        value={filter.manager}
        onChange={(event) => filter.set('manager', event.currentTarget.value)}
        data={[
          { value: '', label: t('dossiers.allManagers') },
          ...(withAbsent ? [{ value: absent, label: t('dossiers.absentManager') }] : []),
          ...managers,
        ]}
      />
    </SimpleGrid>
  );
}
