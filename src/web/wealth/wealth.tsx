import { Box, Button, Group, Stack, Title } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useDossier } from '../dossiers/use-dossier.ts';
import { ReadOnlyNote } from '../inventory/read-only-note.tsx';
import { usePersons } from '../inventory/use-persons.ts';
import { Empty } from '../shell/empty.tsx';
import { LoadingPage } from '../shell/loading-page.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { SearchField } from '../shell/search-field.tsx';
import { ByKind } from './by-kind.tsx';
import { ByPerson } from './by-person.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemList } from './item-list.tsx';
import { matches } from './matches.ts';
import { NetWorth } from './net-worth.tsx';
import { type Item, useInventory } from './use-inventory.ts';
import { useRemoveItem } from './use-remove-item.ts';
import { ValuesDialog } from './values-dialog.tsx';

/** The wealth inventory: what the family owns and owes, with the totals that the API made of it (R7, R8). */
export function Wealth() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const { data: dossier } = useDossier();
  const { data: inventory, error } = useInventory(d);
  const { persons, nameOf, isReady, error: noPersons } = usePersons(d);
  const [edited, setEdited] = useState<Item | 'new' | null>(null);
  const [lookedInto, setLookedInto] = useState<Item | null>(null);
  const [isImporting, setImporting] = useState(false);
  const [search, setSearch] = useState('');
  const remove = useRemoveItem(d);
  if (error || noPersons) return <ProblemAlert error={error ?? noPersons} />;
  if (!inventory || !dossier || !isReady) {
    return <LoadingPage />;
  }
  const { items, totals } = inventory;
  const mayWrite = dossier.me.capabilities.wealth === 'write';
  const found = items.filter((item) =>
    matches(item, search, [
      t(`wealth.kinds.${item.kind}`),
      ...item.owners.map((owner) => nameOf(owner.personId)),
    ]),
  );
  const actions = (
    <Group gap="xs" justify={items.length > 0 ? 'start' : 'center'}>
      {items.length > 0 && (
        <Button
          component="a"
          href={`/api/dossiers/${d}/wealth/items/csv`}
          download
          variant="default"
          leftSection={<IconDownload size={18} />}
        >
          {t('wealth.export')}
        </Button>
      )}
      {mayWrite && (
        <>
          <Button variant="default" leftSection={<IconUpload size={18} />} onClick={() => setImporting(true)}>
            {t('wealth.import.open')}
          </Button>
          <Button leftSection={<IconPlus size={18} />} onClick={() => setEdited('new')}>
            {t('wealth.add')}
          </Button>
        </>
      )}
    </Group>
  );
  return (
    <Stack py="md" gap="xl">
      <ReadOnlyNote section="wealth" />
      {remove.error && <ProblemAlert error={remove.error} />}
      {items.length === 0 ? (
        <Empty text={t(mayWrite ? 'wealth.empty' : 'wealth.emptyToRead')}>{mayWrite && actions}</Empty>
      ) : (
        <>
          <NetWorth net={totals.net} />
          <ByKind byKind={totals.byKind} net={totals.net} />
          <section aria-labelledby="items">
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h3" id="items">
                {t('wealth.items')}
              </Title>
              {actions}
            </Group>
            <Box mb="md">
              <SearchField
                label={t('wealth.search')}
                text={search}
                onChange={setSearch}
                found={found.length}
              />
            </Box>
            <ItemList
              items={found}
              sums={search ? null : totals.byKind}
              nameOf={nameOf}
              mayWrite={mayWrite}
              onEdit={setEdited}
              onHistory={setLookedInto}
              onRemove={(item) => remove.mutate(item)}
            />
          </section>
          <ByPerson byPerson={totals.byPerson} nameOf={nameOf} />
        </>
      )}
      <ItemDialog dossierId={d} persons={persons} edited={edited} onEdit={setEdited} />
      <ValuesDialog dossierId={d} item={lookedInto} mayWrite={mayWrite} onClose={() => setLookedInto(null)} />
      <ImportDialog dossierId={d} isOpen={isImporting} nameOf={nameOf} onClose={() => setImporting(false)} />
    </Stack>
  );
}
