import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { centrals } from '../../domain/words.ts';
import { RefusedChange } from './refused-change.tsx';
import type { Family, Person } from './use-family.ts';
import { useMarkCentral } from './use-mark-central.ts';

type Props = { dossierId: string; family: Family; person: Person };

/** Whose dossier it is: the mark that is still free, or the one that the person has. For the manager alone (R18). */
export function CentralMark({ dossierId, family, person }: Props) {
  const { t } = useTranslation();
  const mark = useMarkCentral(dossierId, person);
  const free = centrals.filter((central) => !family.persons.some((one) => one.central === central));
  if (!person.central && free.length === 0) return null;
  return (
    <Stack gap={4}>
      {mark.error && <RefusedChange error={mark.error} dossierId={dossierId} />}
      <Group gap="xs">
        {person.central ? (
          <Button variant="default" loading={mark.isPending} onClick={() => void mark.ask(null)}>
            {t('family.unmark')}
          </Button>
        ) : (
          free.map((central) => (
            <Button
              key={central}
              variant="default"
              loading={mark.isPending}
              onClick={() => void mark.ask(central)}
            >
              {t(`family.markAs.${central}`)}
            </Button>
          ))
        )}
      </Group>
      <Text size="xs">{t('family.markIsYours')}</Text>
    </Stack>
  );
}
