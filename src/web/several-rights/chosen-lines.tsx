import { Checkbox, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../access-rights/use-lines.ts';
import { holdsWords } from '../shell/plain.ts';
import { useFieldText } from '../shell/problem-text.ts';
import { SearchField } from '../shell/search-field.tsx';
import { ChosenLine } from './chosen-line.tsx';
import type { LineRefusal } from './save-several.ts';
import type { Typed } from './use-several-form.ts';

type Props = { lines: Line[]; form: UseFormReturnType<Typed>; refused: LineRefusal[] };

/** So many are seen at a glance; more are searched. */
const glance = 8;
/** So many are drawn besides the chosen ones; who isn't among them is looked for. */
const most = 60;

/** Those who have no access yet, to be chosen from, and looked for where they are many. */
export function ChosenLines({ lines, form, refused }: Props) {
  const { t } = useTranslation();
  const reason = useFieldText();
  const [sought, setSought] = useState('');
  const { chosen } = form.values;
  const found = lines.filter(({ party }) => holdsWords(party.name, sought));
  const drawn = new Set([...chosen, ...found.slice(0, most).map(({ party }) => party.id)]);
  return (
    <>
      {lines.length > glance && (
        <SearchField
          label={t('severalRights.seek')}
          text={sought}
          onChange={setSought}
          found={found.length}
        />
      )}
      <Checkbox.Group
        label={t('severalRights.who')}
        description={found.length > most && t('severalRights.more', { most })}
        {...form.getInputProps('chosen')}
      >
        <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {lines
            .filter(({ party }) => drawn.has(party.id))
            .map((line) => (
              <ChosenLine
                key={line.party.id}
                line={line}
                form={form}
                refused={refused
                  .filter(({ id }) => id === line.party.id)
                  .map(({ code, field }) => reason(code, field))}
              />
            ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}
