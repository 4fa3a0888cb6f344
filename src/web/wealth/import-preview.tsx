import { Alert, List, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { AmountCell, cell } from '../inventory/amount-cell.tsx';
import { useFlawText } from '../inventory/use-flaw-text.ts';

type Props = { preview: Schemas['WealthPreview']; nameOf: (id: string | null) => string };

/** What a file would add, or the lines that it is refused for, each with its column and the reason. */
export function ImportPreview({ preview: { items, rejected }, nameOf }: Props) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const text = useFlawText();
  if (rejected.length > 0) {
    return (
      <Alert color="red" role="alert" icon={<IconAlertTriangle />} title={t('wealth.import.rejected')}>
        <List size="sm">
          {rejected.map(({ line, field, code }) => (
            <List.Item key={`${line} ${field}`}>
              {field
                ? t('wealth.import.line', { line, field, reason: text(code) })
                : t('wealth.import.lineAlone', { line, reason: text(code) })}
            </List.Item>
          ))}
        </List>
      </Alert>
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
