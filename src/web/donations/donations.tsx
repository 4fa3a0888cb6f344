import { Box, Button, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { noLegalAdvice } from '../../domain/donation-rules.ts';
import type { Language } from '../../domain/words.ts';
import { useDossier } from '../dossiers/use-dossier.ts';
import { ReadOnlyNote } from '../inventory/read-only-note.tsx';
import { usePersons } from '../inventory/use-persons.ts';
import { Empty } from '../shell/empty.tsx';
import { LoadingPage } from '../shell/loading-page.tsx';
import { holdsWords } from '../shell/plain.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { SearchField } from '../shell/search-field.tsx';
import { useInventory } from '../wealth/use-inventory.ts';
import { DonationDialog } from './donation-dialog.tsx';
import { DonationTable } from './donation-table.tsx';
import { DonationTimeline } from './donation-timeline.tsx';
import { DonationTotals } from './donation-totals.tsx';
import { type Donation, useDonations } from './use-donations.ts';
import { useRemoveDonation } from './use-remove-donation.ts';

const YearsChart = lazy(async () => ({ default: (await import('./years-chart.tsx')).YearsChart }));

/** So many donations are seen at a glance; more are searched. */
const glance = 10;

/** The donations inventory: along a line and as a list, with what each person gave and received (R7, R8). */
export function Donations() {
  const { t, i18n } = useTranslation();
  const { d = '' } = useParams();
  const { data: dossier } = useDossier();
  const { data, error } = useDonations(d);
  const items = useInventory(d).data?.items ?? [];
  const { persons, nameOf, isReady, error: noPersons } = usePersons(d);
  const [edited, setEdited] = useState<Donation | 'new' | null>(null);
  const [view, setView] = useState('timeline');
  const [wanted, setWanted] = useState('');
  const remove = useRemoveDonation(d);
  if (error || noPersons) return <ProblemAlert error={error ?? noPersons} />;
  if (!data || !dossier || !isReady) {
    return <LoadingPage />;
  }
  const donations = data.items;
  const mayWrite = dossier.me.capabilities.donations === 'write';
  const currencies = [...new Set(donations.map(({ currency }) => currency))].sort();
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setEdited('new')}>
      {t('donations.add')}
    </Button>
  );
  const found = donations.filter(({ givenOn, donorId, donees, description }) =>
    holdsWords(
      [givenOn, description, nameOf(donorId), ...donees.map(({ personId }) => nameOf(personId))].join(' '),
      wanted,
    ),
  );
  const shown = {
    donations: found,
    nameOf,
    itemName: (id: string) => items.find((item) => item.id === id)?.name,
    mayWrite,
    onEdit: setEdited,
    onRemove: (donation: Donation) => remove.mutate(donation),
  };
  return (
    <Stack py="md" gap="xl">
      <ReadOnlyNote section="donations" />
      {remove.error && <ProblemAlert error={remove.error} />}
      {donations.length === 0 ? (
        <Empty text={t(mayWrite ? 'donations.empty' : 'donations.emptyToRead')}>{add}</Empty>
      ) : (
        <>
          <section aria-labelledby="donations">
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h3" id="donations">
                {t('donations.title')}
              </Title>
              <Group gap="xs">
                <SegmentedControl
                  aria-label={t('donations.view')}
                  value={view}
                  onChange={setView}
                  data={[
                    { value: 'timeline', label: t('donations.timeline') },
                    { value: 'list', label: t('donations.list') },
                  ]}
                />
                {add}
              </Group>
            </Group>
            {currencies.map((currency) => (
              <Suspense key={currency} fallback={<Skeleton h={180} />}>
                <YearsChart donations={donations} currency={currency} />
              </Suspense>
            ))}
            {donations.length > glance && (
              <Box mb="md">
                <SearchField
                  label={t('donations.search')}
                  text={wanted}
                  onChange={setWanted}
                  found={found.length}
                />
              </Box>
            )}
            {found.length === 0 && <Empty text={t('donations.noneFound')} />}
            {view === 'timeline' ? (
              <>
                <DonationTimeline {...shown} />
                <Text size="sm" c="dimmed" mt="lg">
                  {noLegalAdvice[i18n.language as Language]}
                </Text>
              </>
            ) : (
              <DonationTable {...shown} />
            )}
          </section>
          <DonationTotals totals={data.totals} nameOf={nameOf} />
        </>
      )}
      <DonationDialog dossierId={d} persons={persons} nameOf={nameOf} edited={edited} onEdit={setEdited} />
    </Stack>
  );
}
