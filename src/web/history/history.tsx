import { Button, Center, Loader, NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLines } from '../access-rights/use-lines.ts';
import { useDossier } from '../dossiers/use-dossier.ts';
import { useMembers } from '../firms/use-members.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { Empty } from '../shell/empty.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { EntryRow } from './entry-row.tsx';
import { type Kind, kindOf, kinds } from './kinds.ts';
import { useChanges } from './use-changes.ts';
import { useHistory } from './use-history.ts';

/** The record of the dossier as a timeline, by day, newest first (R16): for its manager. */
export function History() {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { d = '' } = useParams();
  const { data: dossier } = useDossier();
  const { data: members } = useMembers(dossier?.firmId);
  const { data: lines } = useLines(d);
  const history = useHistory(d);
  const changesOf = useChanges(members);
  const [who, setWho] = useState('');
  const [kind, setKind] = useState<Kind | ''>('');
  const { hasNextPage, isFetchingNextPage, fetchNextPage, error } = history;
  const isFiltered = who !== '' || kind !== '';
  // What is looked for may stand on any page.
  useEffect(() => {
    if (isFiltered && hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [isFiltered, hasNextPage, isFetchingNextPage, fetchNextPage, error]);

  const all = history.data?.pages.flatMap(({ items }) => items) ?? [];
  const isOf = (name: string | null | undefined) => who === '' || name === who;
  const entries = all.filter(
    ({ action, subject, actor }) =>
      (kind === '' || kindOf[action] === kind) && (isOf(subject.name) || isOf(actor?.name)),
  );
  const days = Map.groupBy(entries, ({ at }) => date(at));
  const names = [
    ...(lines ?? []).map(({ party }) => party.name),
    ...all.flatMap(({ subject, actor }) => [subject.name, actor?.name]),
  ].filter((name) => name?.trim());
  return (
    <Stack py="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} maw={560}>
        <NativeSelect
          label={t('history.who')}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
          data={[{ value: '', label: t('history.everybody') }, ...([...new Set(names)].sort() as string[])]}
        />
        <NativeSelect
          label={t('history.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Kind | '')}
          data={[
            { value: '', label: t('history.everything') },
            ...kinds.map((value) => ({ value, label: t(`history.kinds.${value}`) })),
          ]}
        />
      </SimpleGrid>
      {error && <ProblemAlert error={error} />}
      {[...days].map(([day, those]) => (
        <section key={day} aria-label={day}>
          <Title order={2} size="h5">
            {day}
          </Title>
          <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
            {those.map((entry) => (
              <EntryRow key={entry.id} entry={entry} changes={changesOf(entry)} />
            ))}
          </Stack>
        </section>
      ))}
      {history.isSuccess && entries.length === 0 && !hasNextPage && (
        <Empty text={t(isFiltered ? 'history.noneOfThese' : 'history.none')} />
      )}
      {(history.isPending || (isFiltered && hasNextPage && !error)) && (
        <Center>
          <Loader />
        </Center>
      )}
      {hasNextPage && !isFiltered && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
      {history.isSuccess && !hasNextPage && <Text size="sm">{t('history.forEver')}</Text>}
    </Stack>
  );
}
