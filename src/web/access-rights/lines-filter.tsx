import { Group, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { holdsWords } from '../shell/plain.ts';
import { type Standing, standingOf, standings } from './standing.ts';
import type { Line } from './use-lines.ts';

/** What is looked for in the list: words of a name or an address, and how the access stands. */
export type Filter = { text: string; standing: Standing | 'all' };

/** The lines that a filter lets through. */
export function filtered(lines: Line[], { text, standing }: Filter): Line[] {
  return lines.filter(
    (line) =>
      (standing === 'all' || standingOf(line) === standing) &&
      holdsWords(`${line.party.name} ${line.email ?? ''}`, text),
  );
}

type Props = { filter: Filter; onChange: (filter: Filter) => void };

/** Looks for somebody in a long list. */
export function LinesFilter({ filter, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Group align="end" gap="sm" flex="1 1 300px" maw={520}>
      <TextInput
        type="search"
        flex="1 1 180px"
        label={t('access.search')}
        leftSection={<IconSearch size={16} />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        flex="1 1 160px"
        label={t('access.show')}
        value={filter.standing}
        onChange={(event) => onChange({ ...filter, standing: event.currentTarget.value as Standing })}
        data={(['all', ...standings] as const).map((value) => ({
          value,
          label: t(`access.standing.${value}`),
        }))}
      />
    </Group>
  );
}
