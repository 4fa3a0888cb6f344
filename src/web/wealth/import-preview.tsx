import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { AmountCell, cell } from '../inventory/amount-cell.tsx';
import { FileProblems } from '../shell/file-problems.tsx';

type Props = { preview: Schemas['WealthPreview']; nameOf: (id: string | null) => string };

/** What a file would add, or the lines that it is refused for, each with its column and the reason. */
export function ImportPreview({ preview: { items, rejected }, nameOf }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  if (rejected.length > 0) {
    return (
      <FileProblems flaws={rejected.map(({ field, ...flaw }) => ({ ...flaw, column: field }))} of="csv" />
    );
  }
  return (
    <>
      <Text fw={500}>{t('wealth.import.would', { count: items.length })}</Text>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {items.map(({ line, name, kind, value, currency, owners }) => (
            <Table.Tr key={line}>
              <Table.Td display={cell}>
                {name}
                <Text span display="block" size="xs" c="dimmed">
                  {t(`wealth.kinds.${kind}`)} · {owners.map(({ personId }) => nameOf(personId)).join(', ')}
                </Text>
              </Table.Td>
              <AmountCell label={t('wealth.value')}>{money(value.cents, currency)}</AmountCell>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
