import { ActionIcon, Divider, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { confirmed } from '../shell/confirm.tsx';
import { RefusedSave } from '../shell/refused-save.tsx';
import { withValuesApart } from './stale-values.ts';
import { useChangeValues } from './use-change-values.ts';
import { useDescribeItem } from './use-describe-item.ts';
import type { WholeItem } from './use-inventory.ts';
import { ValueForm } from './value-form.tsx';

type Value = WholeItem['values'][number];
type Props = { dossierId: string; item: WholeItem; mayWrite: boolean };

/** What an item has been worth, the newest day first: a value is added, corrected or removed; one stays at least. */
export function ValueHistory({ dossierId, item, mayWrite }: Props) {
  const { t } = useTranslation();
  const { money, day } = useFormats();
  const [corrected, setCorrected] = useState<Value | null>(null);
  const [saves, setSaves] = useState(0);
  const changing = useChangeValues(dossierId, item, () => {
    setCorrected(null);
    setSaves(saves + 1);
  });
  const { writeError, error } = changing;
  const describe = useDescribeItem(dossierId, item.currency);
  const isBeside = writeError instanceof Refusal && writeError.problem.errors !== undefined;
  const askToRemove = async (value: Value) => {
    const amount = money(value.cents, item.currency);
    const question = {
      title: t('wealth.history.removeTitle', { day: day(value.valuedOn) }),
      consequences: t('wealth.history.removeText', { amount, name: item.name }),
      verb: t('wealth.history.remove'),
    };
    if (await confirmed(t, question)) changing.remove({ value });
  };
  return (
    <Stack>
      <RefusedSave<WholeItem>
        error={error}
        isBeside={isBeside}
        changed={withValuesApart}
        describe={describe}
        onTakeTheirs={(current) => void changing.takeTheirs(current)}
        onKeepMine={changing.keepMine}
      />
      <Table aria-label={t('wealth.history.title')}>
        <Table.Tbody>
          {item.values.map((value) => (
            <Table.Tr key={value.id}>
              <Table.Td>{day(value.valuedOn)}</Table.Td>
              <Table.Td ta="end" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                {money(value.cents, item.currency)}
              </Table.Td>
              {mayWrite && (
                <Table.Td w={90}>
                  <Group gap={4} wrap="nowrap" justify="end">
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('wealth.history.correctDay', { day: day(value.valuedOn) })}
                      onClick={() => setCorrected(value)}
                    >
                      <IconPencil size={18} />
                    </ActionIcon>
                    {item.values.length > 1 && (
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={t('wealth.history.removeDay', { day: day(value.valuedOn) })}
                        onClick={() => void askToRemove(value)}
                      >
                        <IconTrash size={18} />
                      </ActionIcon>
                    )}
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {mayWrite && (
        <>
          <Divider />
          <Title order={3} size="h5">
            {corrected
              ? t('wealth.history.correctDay', { day: day(corrected.valuedOn) })
              : t('wealth.history.addTitle')}
          </Title>
          <ValueForm
            key={corrected ? corrected.id : `new ${saves}`}
            currency={item.currency}
            corrected={corrected}
            isSaving={changing.isWriting}
            error={writeError}
            onSave={(value) => changing.write({ value })}
          />
          <Text size="sm" c="dimmed">
            {t('wealth.history.help')}
          </Text>
        </>
      )}
    </Stack>
  );
}
