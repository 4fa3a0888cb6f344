import { Select } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { plain } from '../shell/plain.ts';

type Props = { persons: Schemas['Person'][]; onFind: (id: string) => void };

/** So many answers are read at once; who sees none of them types more. */
const atOnce = 8;

/** A field that finds somebody of a family by parts of the name, without regard to accents. */
export function PersonFinder({ persons, onFind }: Props) {
  const { t, i18n } = useTranslation();
  const data = useMemo(
    () =>
      persons
        .map(({ id, firstName, lastName, birthDate }) => ({
          value: id,
          label: [`${firstName} ${lastName}`, birthDate?.slice(0, 4)].filter(Boolean).join(', '),
        }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.language, { numeric: true })),
    [persons, i18n.language],
  );
  return (
    <Select
      w={{ base: '100%', xs: 260 }}
      aria-label={t('tree.find.label')}
      placeholder={t('tree.find.label')}
      leftSection={<IconSearch size={16} aria-hidden />}
      searchable
      selectFirstOptionOnChange
      data={data}
      value={null}
      limit={atOnce}
      nothingFoundMessage={t('tree.find.none')}
      filter={({ options, search, limit }) => {
        const words = plain(search).split(/[\s,]+/);
        return options
          .filter((option) => 'label' in option && words.every((word) => plain(option.label).includes(word)))
          .slice(0, limit);
      }}
      onChange={(id) => id && onFind(id)}
    />
  );
}
